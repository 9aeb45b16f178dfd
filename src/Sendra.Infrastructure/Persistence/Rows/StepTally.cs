using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>
/// What became of the visits to a step, over all versions of its automation; changed in the transaction of the visits (F13). Split into
/// shards, as <see cref="EventNameTally"/> is.
/// </summary>
internal sealed class StepTally : IWorkspaceOwned
{
    public WorkspaceId WorkspaceId { get; init; }

    public AutomationId AutomationId { get; init; }

    public required string StepId { get; init; }

    /// <summary>The path that the run took; empty for what is counted without one.</summary>
    public required string Path { get; init; }

    public int Shard { get; init; }

    /// <summary>Open visits.</summary>
    public long Waiting { get; init; }

    /// <summary>Done or skipped.</summary>
    public long Passed { get; init; }

    public long Failed { get; init; }

    public long Cancelled { get; init; }
}
