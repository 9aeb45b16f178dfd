using MediatR;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.EditAutomation;

/// <summary>Changes what an automation does from now on (A6).</summary>
/// <param name="Id">The automation.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Trigger">What enrolls.</param>
/// <param name="Frequency">How often a contact may enter; every time when null.</param>
/// <param name="ExitEvents">The names of events that drop active enrollments; none when null.</param>
public sealed record EditAutomationCommand(
    Guid Id, string? Name, AutomationTrigger? Trigger, Frequency? Frequency, IReadOnlyList<string?>? ExitEvents)
    : AutomationDetails(Name, Trigger, Frequency, ExitEvents), IRequest<AutomationResult>;
