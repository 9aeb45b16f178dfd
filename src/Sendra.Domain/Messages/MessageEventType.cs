namespace Sendra.Domain.Messages;

/// <summary>What happened to a message.</summary>
// The numbers are stored: add, never renumber.
public enum MessageEventType
{
    /// <summary>A try that is followed by another one.</summary>
    TryFailed = 1,

    /// <summary>The recipient's mail server took it.</summary>
    Delivered = 2,

    /// <summary>It came back.</summary>
    Bounced = 3,

    /// <summary>The recipient reported it as spam.</summary>
    Complained = 4,

    /// <summary>It was opened, or so a picture in it says.</summary>
    Opened = 5,

    /// <summary>A link in it was followed.</summary>
    Clicked = 6,

    /// <summary>It could not be delivered for now, or bounced softly.</summary>
    Deferred = 7,

    /// <summary>The mail provider gave it up.</summary>
    Failed = 8,

    /// <summary>The recipient asked the mail provider for no more.</summary>
    Unsubscribed = 9,
}
