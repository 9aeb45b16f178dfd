namespace Sendra.Application.Messages;

/// <summary>What happened to a message.</summary>
public enum MessageMomentType
{
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
