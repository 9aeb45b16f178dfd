namespace Sendra.Application.Contacts;

/// <summary>What happened in a contact's life, in the order in which one event brings it about.</summary>
public enum TimelineItemType
{
    /// <summary>An event was received.</summary>
    Event,

    /// <summary>An enrollment was dropped, by an event or by hand.</summary>
    Exited,

    /// <summary>An enrollment went through all its steps.</summary>
    Completed,

    /// <summary>An enrollment was made.</summary>
    Enrolled,
}
