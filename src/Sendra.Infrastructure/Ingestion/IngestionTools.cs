using Sendra.Domain.Common;
using Sendra.Infrastructure.Enrollments;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>What every batch of events works with.</summary>
internal sealed record IngestionTools(
    BatchLoader Loader, PropertyTypeWatch Watch, KnownTallies Tallies, IngestionMetrics Metrics, DueSignal Due, OutboxSignal Outbox, IReportedSuppressions Suppressions, IdGenerator Ids, TimeProvider Clock);
