using Sendra.Domain.Common;

namespace Sendra.Domain.Automations;

/// <summary>What an automation is to do, as people and programs write it: <see cref="AutomationDefinition.TryCreate"/> has yet to check it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trigger">What enrolls.</param>
/// <param name="Frequency">How often a contact can enter; every time when null.</param>
/// <param name="ExitEvents">The names of the events that drop active enrollments; none when null.</param>
/// <param name="Steps">The steps as JSON; null for those that there are.</param>
/// <param name="FrequencyPeriod">How long after an enrollment the next may begin, as an ISO 8601 duration.</param>
/// <param name="FrequencyKey">Where an event has its key, as a path.</param>
/// <param name="ExitConditions">The conditions of exit events as a JSON object, by the event's name; none when null.</param>
/// <param name="WrittenAs">What another product's client wrote, from which the steps were made; null when they were written as they are.</param>
public sealed record DefinitionText(
    string? Name,
    TriggerText? Trigger,
    Frequency? Frequency = null,
    IReadOnlyList<string?>? ExitEvents = null,
    RawJson? Steps = null,
    string? FrequencyPeriod = null,
    string? FrequencyKey = null,
    RawJson? ExitConditions = null,
    RawJson? WrittenAs = null);
