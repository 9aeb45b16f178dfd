using MediatR;

namespace Sendra.Application.Automations.DuplicateAutomation;

/// <summary>Copies an automation, archived or not, to a new draft.</summary>
/// <param name="By">The user or the API key.</param>
public sealed record DuplicateAutomationCommand(AutomationId Id, Guid By) : IRequest<AutomationResult>;
