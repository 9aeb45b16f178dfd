using MediatR;

namespace Sendra.Application.Automations.ArchiveAutomation;

/// <summary>Archives an automation for good.</summary>
public sealed record ArchiveAutomationCommand(AutomationId Id) : IRequest<AutomationResult>;
