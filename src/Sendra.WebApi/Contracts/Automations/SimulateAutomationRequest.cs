using System.Text.Json.Serialization;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>What to simulate.</summary>
public sealed record SimulateAutomationRequest
{
    /// <summary>An automation, with any status. Its earlier enrollments count, and its definition fills in the fields that you omit.</summary>
    public AutomationId? AutomationId { get; init; }

    /// <summary>What enrolls contacts. Required without automationId.</summary>
    public TriggerContract? Trigger { get; init; }

    /// <summary>How often a contact can enter. Default: as in the automation, otherwise everyTime.</summary>
    /// <example>oncePerContact</example>
    public Frequency? Frequency { get; init; }

    /// <summary>What goes with `oncePerPeriod`; when left out together with frequency, as the automation says.</summary>
    /// <example>P7D</example>
    public string? FrequencyPeriod { get; init; }

    /// <summary>What goes with `oncePerKey`; when left out together with frequency, as the automation says.</summary>
    /// <example>event.cartId</example>
    public string? FrequencyKey { get; init; }

    /// <summary>The events that end active enrollments, at most 50. Default: as in the automation, otherwise none.</summary>
    /// <example>["purchaseCompleted"]</example>
    public IReadOnlyList<string?>? ExitEvents { get; init; }

    /// <summary>Conditions of exit events, by the event's name; when left out, as the automation says, else none.</summary>
    public RawJson? ExitConditions { get; init; }

    /// <summary>The steps to walk. Default: as in the automation, otherwise none.</summary>
    public RawJson? Steps { get; init; }

    /// <summary>The start of the period: an ISO 8601 time or a date. Default: the start of the log.</summary>
    /// <example>2026-01-01T00:00:00Z</example>
    [JsonConverter(typeof(TimeTextConverter))]
    public string? From { get; init; }

    /// <summary>The end of the period, exclusive. A date includes its whole day (UTC). Default, and latest: now.</summary>
    /// <example>2026-02-01T00:00:00Z</example>
    [JsonConverter(typeof(TimeTextConverter))]
    public string? To { get; init; }
}
