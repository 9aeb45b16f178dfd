namespace Sendra.Client.Sending;

/// <summary>What happens to an event that finds the queue full.</summary>
public enum WhenFull
{
    /// <summary>Whoever sends it waits until there is room.</summary>
    Wait,

    /// <summary>The event is left out, and reported as undelivered.</summary>
    DropNewest,

    /// <summary>The event that waits longest makes room, and is reported as undelivered.</summary>
    DropOldest,
}
