namespace Sendra.WebApi.Compat.Resend;

/// <summary>An event that was taken. It is durable.</summary>
/// <param name="Event">The event's name.</param>
public sealed record ResendSentEvent(string Event)
{
    /// <summary>Always <c>event</c>.</summary>
    /// <example>event</example>
    public string Object => "event";
}
