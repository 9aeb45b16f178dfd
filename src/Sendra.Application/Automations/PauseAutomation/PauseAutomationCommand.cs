using MediatR;

namespace Sendra.Application.Automations.PauseAutomation;

/// <summary>Stops an automation from enrolling; exits still drop (A4).</summary>
/// <param name="Id">The automation.</param>
public sealed record PauseAutomationCommand(AutomationId Id) : IRequest<AutomationResult>;
