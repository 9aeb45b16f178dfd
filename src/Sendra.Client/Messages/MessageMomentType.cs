namespace Sendra.Client.Messages;

/// <summary>What happened to a message.</summary>
public enum MessageMomentType
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Queued,
    TryFailed,
    Captured,
    Sent,
    Skipped,
    Failed,
    Bounced,
    Delivered,
    Complained,
    Opened,
    Clicked,
    Deferred,
    Unsubscribed,
}
