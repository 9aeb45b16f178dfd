using MediatR;

namespace Sendra.Application.Automations.ActivateAutomation;

/// <summary>Activates an automation, so that it enrolls contacts.</summary>
public sealed record ActivateAutomationCommand(AutomationId Id) : IRequest<AutomationResult>;
