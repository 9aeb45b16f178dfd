using MediatR;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>
/// What would have happened, had an automation been live in a period. Nothing is written. Each step is worked out when
/// it is asked for; the last one has the result.
/// </summary>
/// <param name="AutomationId">
/// An automation whose enrollments from before the period count, and whose definition fills what is null here; or null.
/// </param>
/// <param name="Trigger">What enrolls.</param>
/// <param name="Frequency">How often a contact may enter; every time when no automation says otherwise.</param>
/// <param name="FrequencyPeriod">What goes with it; the automation's when null and the frequency is the automation's.</param>
/// <param name="FrequencyKey">What goes with it, too.</param>
/// <param name="ExitEvents">The names of events that drop active enrollments.</param>
/// <param name="ExitConditions">The conditions of these events.</param>
/// <param name="From">The beginning of the period, see <see cref="Common.FilterTimes"/>; null for that of the log.</param>
/// <param name="To">Its end, of a date the end of that day; null for now.</param>
public sealed record SimulateAutomationQuery(
    AutomationId? AutomationId,
    TriggerText? Trigger,
    Frequency? Frequency,
    string? FrequencyPeriod,
    string? FrequencyKey,
    IReadOnlyList<string?>? ExitEvents,
    RawJson? ExitConditions,
    string? From,
    string? To) : IRequest<IAsyncEnumerable<SimulationStep>>;
