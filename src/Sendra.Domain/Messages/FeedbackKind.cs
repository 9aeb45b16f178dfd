namespace Sendra.Domain.Messages;

/// <summary>What a mail provider says of a message, in the same words whichever provider it is (M5).</summary>
public enum FeedbackKind
{
    /// <summary>The recipient's mail server took it.</summary>
    Delivered,

    /// <summary>It could not be delivered for now: a delay, or a soft bounce. The address is good.</summary>
    Deferred,

    /// <summary>The provider gave it up before it tried, or without blaming the address.</summary>
    Failed,

    /// <summary>The address can't receive mail: a hard bounce.</summary>
    Bounced,

    /// <summary>The recipient reported it as spam.</summary>
    Complained,

    /// <summary>It was opened, or so a picture in it says.</summary>
    Opened,

    /// <summary>A link in it was followed.</summary>
    Clicked,

    /// <summary>The recipient asked the provider for no more.</summary>
    Unsubscribed,
}
