namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>An automation that was removed.</summary>
/// <param name="Id">The id that it had.</param>
public sealed record ResendRemovedAutomation(AutomationId Id)
{
    /// <summary>Always <c>automation</c>.</summary>
    /// <example>automation</example>
    public string Object => "automation";

    /// <summary>Always true.</summary>
    /// <example>true</example>
    public bool Deleted => true;
}
