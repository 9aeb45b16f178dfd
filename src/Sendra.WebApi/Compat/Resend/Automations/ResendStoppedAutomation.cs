namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>An automation that was stopped.</summary>
/// <param name="Id">Its id in Sendra.</param>
public sealed record ResendStoppedAutomation(AutomationId Id)
{
    /// <summary>Always <c>automation</c>.</summary>
    /// <example>automation</example>
    public string Object => "automation";

    /// <summary>Always <c>disabled</c>.</summary>
    /// <example>disabled</example>
    public string Status => "disabled";
}
