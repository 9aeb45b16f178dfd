namespace Sendra.WebApi.Compat.Resend;

/// <summary>An event name that was declared or changed.</summary>
/// <param name="Id">Its id in Sendra.</param>
public sealed record ResendEventId(EventPatternId Id)
{
    /// <summary>Always <c>event</c>.</summary>
    /// <example>event</example>
    public string Object => "event";
}
