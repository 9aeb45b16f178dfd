namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>An automation that was created, changed or copied.</summary>
/// <param name="Id">Its id in Sendra.</param>
public sealed record ResendAutomationId(AutomationId Id)
{
    /// <summary>Always <c>automation</c>.</summary>
    /// <example>automation</example>
    public string Object => "automation";
}
