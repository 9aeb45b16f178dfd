namespace Sendra.Client.Messages;

/// <summary>What became of a message.</summary>
public enum MessageStatus
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Queued,
    Captured,
    Sent,
    Delivered,
    Bounced,
    Complained,
    Skipped,
    Failed,
}
