using MediatR;

namespace Sendra.Application.Automations.PauseAutomation;

/// <summary>Stops an automation from enrolling. Exit events still end enrollments (A4).</summary>
public sealed record PauseAutomationCommand(AutomationId Id) : IRequest<AutomationResult>;
