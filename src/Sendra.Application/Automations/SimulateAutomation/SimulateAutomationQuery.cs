using MediatR;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>
/// What an automation would have done if it had been live in a past period. Nothing is written. Each step is computed when
/// it is asked for; the last one has the result.
/// </summary>
/// <param name="AutomationId">
/// An automation whose earlier enrollments count, and whose definition fills in what is null here; or null.
/// </param>
/// <param name="Trigger">What enrolls contacts.</param>
/// <param name="Frequency">How often a contact can enter. Default: every time.</param>
/// <param name="FrequencyPeriod">What goes with it; the automation's when null and the frequency is the automation's.</param>
/// <param name="FrequencyKey">What goes with it, too.</param>
/// <param name="ExitEvents">The names of events that end active enrollments.</param>
/// <param name="ExitConditions">The conditions of these events.</param>
/// <param name="Steps">The steps as JSON; the automation's when null.</param>
/// <param name="From">The start of the period, see <see cref="Common.FilterTimes"/>; null for the start of the log.</param>
/// <param name="To">Its end; for a date, the end of that day; null for now.</param>
public sealed record SimulateAutomationQuery(
    AutomationId? AutomationId,
    TriggerText? Trigger,
    Frequency? Frequency,
    string? FrequencyPeriod,
    string? FrequencyKey,
    IReadOnlyList<string?>? ExitEvents,
    RawJson? ExitConditions,
    RawJson? Steps,
    string? From,
    string? To) : IRequest<IAsyncEnumerable<SimulationStep>>;
