namespace Sendra.WebApi.Compat.Plunk;

/// <summary>An event that was taken. It is durable.</summary>
/// <param name="Contact">The contact's id in Sendra.</param>
/// <param name="Event">The event's id in Sendra.</param>
/// <param name="Timestamp">When it arrived.</param>
public sealed record PlunkTracked(ContactId Contact, EventId Event, DateTimeOffset Timestamp)
{
    /// <summary>Always true.</summary>
    /// <example>true</example>
    public bool Success => true;
}
