namespace Sendra.Infrastructure.Outbox;

/// <summary>Who is asked to do effects of a workspace, and how much of that is going on. Not thread-safe.</summary>
internal sealed class Receiver(WorkspaceId workspaceId, string name)
{
    // Until it is known.
    private static readonly TimeSpan UsualTime = TimeSpan.FromMilliseconds(100);

    public WorkspaceId WorkspaceId => workspaceId;

    public string Name => name;

    /// <summary>How many tries are under way.</summary>
    public int UnderWay { get; set; }

    /// <summary>How many are under way or not recorded yet.</summary>
    public int Unrecorded { get; set; }

    /// <summary>Since when it has had as many as it may have.</summary>
    public DateTimeOffset FullSince { get; set; }

    /// <summary>How long a try takes.</summary>
    public TimeSpan Takes { get; set; } = UsualTime;

    /// <summary>When the last one that was put off is looked at again.</summary>
    public DateTimeOffset Next { get; set; }
}
