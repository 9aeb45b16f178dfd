namespace Sendra.Client.Events;

/// <summary>Whether an event of a batch took effect.</summary>
public enum BatchResultStatus
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Accepted,
    Rejected,
}
