namespace Sendra.Client.Messages;

/// <summary>What a message is for, which decides whom it may reach.</summary>
public enum MessageKind
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Marketing,
    Transactional,
}
