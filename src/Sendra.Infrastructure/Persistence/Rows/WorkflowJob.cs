using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>
/// Something that is being done to all runs of an automation: made in the transaction of the change that asks for it, and taken away when
/// nothing is left to do. Any node goes on with it, after any restart; two at once do no harm.
/// </summary>
internal sealed class WorkflowJob : IWorkspaceOwned
{
    public WorkspaceId WorkspaceId { get; init; }

    // Of its own, not the automation's: a job that is asked for again while the last one ends is another one.
    public WorkflowJobId Id { get; init; }

    public AutomationId AutomationId { get; init; }

    public WorkflowJobKind Kind { get; init; }

    /// <summary>How many runs there were to move when it was made.</summary>
    public long Runs { get; init; }
}
