using Sendra.Application.Automations;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>An automation with its steps.</summary>
public sealed record ResendAutomationDetails : ResendAutomation
{
    private ResendAutomationDetails(ResendAutomation automation, ResendForm form)
        : base(automation)
    {
        Steps = form.Steps;
        Connections = form.Connections;
    }

    /// <summary>Always <c>automation</c>.</summary>
    /// <example>automation</example>
    public string Object => "automation";

    /// <summary>The steps, as they were written.</summary>
    public IReadOnlyList<ResendFormStep> Steps { get; }

    /// <summary>What leads where.</summary>
    public IReadOnlyList<ResendFormConnection> Connections { get; }

    /// <param name="automation">An automation with its steps.</param>
    internal static ResendAutomationDetails Of(AutomationResult automation) => new(From(automation), ResendFormOf.From(automation));
}
