using System.Text.Json.Serialization;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>What is to be run over the past.</summary>
public sealed record SimulateAutomationRequest
{
    /// <summary>An automation, in whatever status: its earlier enrollments count, and it says what is left out here.</summary>
    public AutomationId? AutomationId { get; init; }

    /// <summary>What enrolls; needed when there is no automationId.</summary>
    public TriggerContract? Trigger { get; init; }

    /// <summary>How often a contact may enter; when left out, as the automation says, else everyTime.</summary>
    /// <example>oncePerContact</example>
    public Frequency? Frequency { get; init; }

    /// <summary>What goes with `oncePerPeriod`; when left out together with frequency, as the automation says.</summary>
    /// <example>P7D</example>
    public string? FrequencyPeriod { get; init; }

    /// <summary>What goes with `oncePerKey`; when left out together with frequency, as the automation says.</summary>
    /// <example>event.cartId</example>
    public string? FrequencyKey { get; init; }

    /// <summary>The events that drop active enrollments, at most 50; when left out, as the automation says, else none.</summary>
    /// <example>["purchaseCompleted"]</example>
    public IReadOnlyList<string?>? ExitEvents { get; init; }

    /// <summary>Conditions of exit events, by the event's name; when left out, as the automation says, else none.</summary>
    public RawJson? ExitConditions { get; init; }

    /// <summary>The beginning of the period, an ISO 8601 time or a date; that of the log when left out.</summary>
    /// <example>2026-01-01T00:00:00Z</example>
    [JsonConverter(typeof(TimeTextConverter))]
    public string? From { get; init; }

    /// <summary>The end of the period, not itself part of it; a date counts to its end (UTC); now when left out or later than now.</summary>
    /// <example>2026-02-01T00:00:00Z</example>
    [JsonConverter(typeof(TimeTextConverter))]
    public string? To { get; init; }
}
