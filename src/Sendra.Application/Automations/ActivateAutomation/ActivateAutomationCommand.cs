using MediatR;

namespace Sendra.Application.Automations.ActivateAutomation;

/// <summary>Lets an automation enroll.</summary>
/// <param name="Id">The automation.</param>
public sealed record ActivateAutomationCommand(AutomationId Id) : IRequest<AutomationResult>;
