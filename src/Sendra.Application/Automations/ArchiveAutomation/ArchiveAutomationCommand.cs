using MediatR;

namespace Sendra.Application.Automations.ArchiveAutomation;

/// <summary>Puts an automation away for good.</summary>
/// <param name="Id">The automation.</param>
public sealed record ArchiveAutomationCommand(AutomationId Id) : IRequest<AutomationResult>;
