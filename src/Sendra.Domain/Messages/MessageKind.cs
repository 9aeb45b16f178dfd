namespace Sendra.Domain.Messages;

/// <summary>What a message is for, which decides whom it may reach.</summary>
public enum MessageKind
{
    /// <summary>Sent to many to promote something. Whoever unsubscribed gets none.</summary>
    Marketing,

    /// <summary>Sent to one because of what they did, such as a receipt. Whoever unsubscribed still gets it.</summary>
    Transactional,
}
