namespace Sendra.Client.Contacts;

/// <summary>What happened to a contact, in the order in which one event causes it.</summary>
public enum TimelineItemType
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Event,
    Exited,
    Completed,
    Enrolled,
}
