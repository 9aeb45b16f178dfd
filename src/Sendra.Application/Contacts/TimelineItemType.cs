namespace Sendra.Application.Contacts;

/// <summary>What happened to a contact, in the order in which one event causes it.</summary>
public enum TimelineItemType
{
    /// <summary>An event was received.</summary>
    Event,

    /// <summary>An enrollment exited, by an event or manually.</summary>
    Exited,

    /// <summary>An enrollment went through all its steps.</summary>
    Completed,

    /// <summary>An enrollment was created.</summary>
    Enrolled,
}
