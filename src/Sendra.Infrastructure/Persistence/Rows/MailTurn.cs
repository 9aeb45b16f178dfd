using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>What a workspace has sent of late, for its limits (M6). Locked by whoever claims emails, so that all nodes count together.</summary>
internal sealed class MailTurn : IWorkspaceOwned
{
    public WorkspaceId WorkspaceId { get; init; }

    /// <summary>When emails that wait are looked at next; null when none waits.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    public DateTimeOffset SecondBegan { get; init; }

    public int Tries { get; init; }

    public int Day { get; init; }

    public int Messages { get; init; }

    /// <summary>The limits by which <see cref="OpensAt"/> was reckoned: once the workspace has others, it is looked at anew.</summary>
    public int? PerSecond { get; init; }

    public int? PerDay { get; init; }

    public string TimeZone { get; init; } = "";
}
