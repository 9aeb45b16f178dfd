using Sendra.Domain.Common;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Suppressions;

namespace Sendra.Infrastructure.Outbox;

/// <summary>What every sender uses.</summary>
internal sealed record OutboxTools(
    OutboxFinder Finder, OutboxRecorder Recorder, SuppressionLookup Suppressions, OutboxSignal Signal, OutboxMetrics Metrics, IdGenerator Ids, TimeProvider Clock);
