using System.Text.Json;

namespace Sendra.Client.Automations;

/// <summary>An automation.</summary>
public sealed record Automation
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The status of an automation.</summary>
    public AutomationStatus Status { get; init; }

    /// <summary>What enrolls contacts: an event with this name.</summary>
    public AutomationTrigger Trigger { get; init; } = new();

    /// <summary>How often a contact can enter an automation.</summary>
    public Frequency Frequency { get; init; }

    /// <summary>How long after an enrollment the next may begin; null unless the frequency is oncePerPeriod.</summary>
    public string? FrequencyPeriod { get; init; }

    /// <summary>Where an event has its key; null unless the frequency is oncePerKey.</summary>
    public string? FrequencyKey { get; init; }

    /// <summary>The events that end active enrollments.</summary>
    public IReadOnlyList<string> ExitEvents { get; init; } = [];

    /// <summary>The conditions of exit events, by the event's name; null when there are none.</summary>
    public JsonElement? ExitConditions { get; init; }

    /// <summary>The newest version of its steps, from 1. New enrollments use it.</summary>
    public int Version { get; init; }

    /// <summary>The steps of that version; null in a list.</summary>
    public JsonElement? Steps { get; init; }

    /// <summary>The outcomes of visits to each step, by step id; null in a list.</summary>
    public IReadOnlyDictionary<string, StepCounts>? StepCounts { get; init; }

    /// <summary>How many active runs on other versions move to the saved one.</summary>
    public InFlightRuns? InFlight { get; init; }

    /// <summary>The numbers of enrollments by status.</summary>
    public AutomationCounts Counts { get; init; } = new();

    /// <summary>Probable mistakes. They block nothing.</summary>
    public IReadOnlyList<AutomationWarning> Warnings { get; init; } = [];

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
