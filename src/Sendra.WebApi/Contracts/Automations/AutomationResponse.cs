using Sendra.Application.Automations;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>An automation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">draft, live (enrolls and exits), paused (only exits) or archived (does nothing, permanently).</param>
/// <param name="Trigger">What enrolls contacts.</param>
/// <param name="Frequency">How often a contact can enter.</param>
/// <param name="FrequencyPeriod">How long after an enrollment the next may begin; null unless the frequency is oncePerPeriod.</param>
/// <param name="FrequencyKey">Where an event has its key; null unless the frequency is oncePerKey.</param>
/// <param name="ExitEvents">The events that end active enrollments.</param>
/// <param name="ExitConditions">The conditions of exit events, by the event's name; null when there are none.</param>
/// <param name="Version">The newest version of its steps, from 1. New enrollments use it.</param>
/// <param name="Steps">The steps of that version; null in a list.</param>
/// <param name="StepCounts">The outcomes of visits to each step, by step id; null in a list.</param>
/// <param name="InFlight">After an edit: what happens to active runs on other versions. Otherwise, the progress of their move to the newest version; null once it is done.</param>
/// <param name="Counts">Its enrollments.</param>
/// <param name="Warnings">Probable mistakes. They block nothing.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record AutomationResponse(
    AutomationId Id,
    string Name,
    AutomationStatus Status,
    TriggerContract Trigger,
    Frequency Frequency,
    string? FrequencyPeriod,
    string? FrequencyKey,
    IReadOnlyList<string> ExitEvents,
    RawJson? ExitConditions,
    int Version,
    RawJson? Steps,
    IReadOnlyDictionary<string, StepCounts>? StepCounts,
    InFlightRuns? InFlight,
    AutomationCounts Counts,
    IReadOnlyList<AutomationWarning> Warnings,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
