namespace Sendra.Domain.Messages;

/// <summary>What became of a message.</summary>
// The numbers are stored: add, never renumber.
public enum MessageStatus
{
    /// <summary>It waits for its turn, or to be tried again.</summary>
    Queued = 1,

    /// <summary>It was kept and delivered to nobody, since no mail server is set up.</summary>
    Captured = 2,

    /// <summary>The mail server took it.</summary>
    Sent = 3,

    /// <summary>The recipient's mail server took it.</summary>
    Delivered = 4,

    /// <summary>The address can't receive mail.</summary>
    Bounced = 5,

    /// <summary>The recipient reported it as spam.</summary>
    Complained = 6,

    /// <summary>It was not to be sent after all.</summary>
    Skipped = 7,

    /// <summary>It could not be sent.</summary>
    Failed = 8,
}
