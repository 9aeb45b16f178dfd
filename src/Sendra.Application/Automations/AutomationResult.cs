using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations;

/// <summary>An automation with what is known about it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="TriggerEvent">The event that enrolls.</param>
/// <param name="TriggerWhere">The condition that this event must meet, or null.</param>
/// <param name="Frequency">How often a contact can enter.</param>
/// <param name="FrequencyPeriod">How long after an enrollment the next may begin, or null.</param>
/// <param name="FrequencyKey">Where an event has its key, or null.</param>
/// <param name="ExitEvents">The events that end active enrollments.</param>
/// <param name="ExitConditions">The conditions of exit events, or null.</param>
/// <param name="Version">The newest version of its steps.</param>
/// <param name="Counts">Its enrollments.</param>
/// <param name="Warnings">Probable mistakes (A9).</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record AutomationResult(
    AutomationId Id,
    string Name,
    AutomationStatus Status,
    string TriggerEvent,
    RawJson? TriggerWhere,
    Frequency Frequency,
    string? FrequencyPeriod,
    string? FrequencyKey,
    IReadOnlyList<string> ExitEvents,
    RawJson? ExitConditions,
    int Version,
    AutomationCounts Counts,
    IReadOnlyList<AutomationWarning> Warnings,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>The steps of the newest version; null in a list.</summary>
    public RawJson? Steps { get; init; }

    /// <summary>What another product's client wrote, from which the steps were made; null in a list, and when they were written as they are.</summary>
    public RawJson? WrittenAs { get; init; }

    /// <summary>The visits to each step, by step id; null in a list.</summary>
    public IReadOnlyDictionary<string, StepCounts>? StepCounts { get; init; }

    /// <summary>What a save means for active runs, or the progress of the move that it requested; null if there is none.</summary>
    public InFlightRuns? InFlight { get; init; }

    internal static AutomationResult From(Automation automation, AutomationFacts facts) => new(
        automation.Id,
        automation.Name,
        automation.Status,
        automation.TriggerEvent,
        automation.TriggerWhere?.Json,
        automation.Frequency,
        automation.FrequencyPeriod?.Text,
        automation.FrequencyKey?.Text,
        automation.ExitEvents,
        automation.ExitConditions?.Json,
        automation.Version,
        facts.Counts.GetValueOrDefault(automation.Id, AutomationCounts.None),
        AutomationReview.Review(automation, facts.Received, facts.Declared, facts.Sender),
        automation.CreatedAt,
        automation.UpdatedAt);
}
