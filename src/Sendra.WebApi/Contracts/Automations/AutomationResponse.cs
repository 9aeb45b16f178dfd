using Sendra.Application.Automations;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>An automation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Status">draft, live (enrolls and exits), paused (only exits) or archived (does nothing, for good).</param>
/// <param name="Trigger">What enrolls.</param>
/// <param name="Frequency">How often a contact may enter.</param>
/// <param name="FrequencyPeriod">How long after an enrollment the next may begin; null unless the frequency is oncePerPeriod.</param>
/// <param name="FrequencyKey">Where an event has its key; null unless the frequency is oncePerKey.</param>
/// <param name="ExitEvents">The events that drop active enrollments.</param>
/// <param name="ExitConditions">The conditions of exit events, by the event's name; null when there are none.</param>
/// <param name="Version">The newest version of its steps, which new enrollments take; counts from 1.</param>
/// <param name="Steps">The steps of that version; null in a list.</param>
/// <param name="StepCounts">What became of the visits to each step, by its id; null in a list.</param>
/// <param name="InFlight">In the answer to an edit: what becomes of the runs under way on other versions. Else how far their move to the newest version is; null once it is done.</param>
/// <param name="Counts">Its enrollments.</param>
/// <param name="Warnings">What is probably not meant; nothing is blocked.</param>
/// <param name="CreatedAt">When it was made.</param>
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
