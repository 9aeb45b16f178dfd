using Sendra.Domain.Common;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Ingestion;

namespace Sendra.Infrastructure.Workflows;

/// <summary>What every batch of runs works with.</summary>
internal sealed record WorkflowTools(
    RulesCache Rules, WorkflowCache Workflows, KnownTallies Tallies, WorkflowMetrics Metrics, DueSignal Signal, OutboxSignal Outbox, IdGenerator Ids,
    TimeProvider Clock);
