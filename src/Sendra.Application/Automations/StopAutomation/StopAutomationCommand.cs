using MediatR;

namespace Sendra.Application.Automations.StopAutomation;

/// <summary>Pauses an automation and ends its active runs.</summary>
public sealed record StopAutomationCommand(AutomationId Id) : IRequest<AutomationResult>;
