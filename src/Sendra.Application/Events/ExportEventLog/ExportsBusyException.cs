namespace Sendra.Application.Events.ExportEventLog;

/// <summary>The workspace, or the node, writes as many exports as it may. 429 with Retry-After.</summary>
public sealed class ExportsBusyException()
    : Exception("Five exports of this workspace, or as many as this node may write, are under way; ask again when one has ended.")
{
    /// <summary>Stable name of the reason.</summary>
    public const string Code = "exportsBusy";

    /// <summary>When to ask again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
}
