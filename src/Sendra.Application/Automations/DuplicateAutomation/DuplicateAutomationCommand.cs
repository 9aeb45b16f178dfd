using MediatR;

namespace Sendra.Application.Automations.DuplicateAutomation;

/// <summary>Makes a draft that does the same as an automation, archived or not.</summary>
/// <param name="Id">The automation to copy.</param>
/// <param name="By">The user or the API key.</param>
public sealed record DuplicateAutomationCommand(AutomationId Id, Guid By) : IRequest<AutomationResult>;
