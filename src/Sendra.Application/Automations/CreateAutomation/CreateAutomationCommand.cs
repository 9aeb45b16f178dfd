using MediatR;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.CreateAutomation;

/// <summary>Makes a draft.</summary>
/// <inheritdoc cref="AutomationDetails" />
public sealed record CreateAutomationCommand(
    string? Name, AutomationTrigger? Trigger, Frequency? Frequency, IReadOnlyList<string?>? ExitEvents)
    : AutomationDetails(Name, Trigger, Frequency, ExitEvents), IRequest<AutomationResult>;
