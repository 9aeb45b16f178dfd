namespace Sendra.WebApi.Compat.Resend;

/// <summary>An event name that is declared no longer.</summary>
/// <param name="Id">The id that it had.</param>
public sealed record ResendRemovedEvent(EventPatternId Id)
{
    /// <summary>Always <c>event</c>.</summary>
    /// <example>event</example>
    public string Object => "event";

    /// <summary>Always true.</summary>
    /// <example>true</example>
    public bool Deleted => true;
}
