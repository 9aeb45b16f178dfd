using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Events.CloudEvents;

/// <summary>An event in the form of CloudEvents 1.0. Attributes are named as there.</summary>
public sealed record CloudEvent
{
    /// <summary>The version of CloudEvents: <c>1.0</c>.</summary>
    /// <example>1.0</example>
    [JsonPropertyName("specversion")]
    public string? SpecVersion { get; init; }

    /// <summary>The event's id. Together with <c>source</c> it makes a repeat known for 7 days.</summary>
    /// <example>A234-1234-1234</example>
    public string? Id { get; init; }

    /// <summary>Where it comes from.</summary>
    /// <example>/shop/orders</example>
    public string? Source { get; init; }

    /// <summary>The event's name. Automations match it exactly, case included.</summary>
    /// <example>com.example.order.placed</example>
    public string? Type { get; init; }

    /// <summary>The sender's own id of the person, unless <c>externalid</c> says it.</summary>
    /// <example>user_1815</example>
    public string? Subject { get; init; }

    /// <summary>When it happened, ISO 8601, at most 5 minutes ahead. Shown in the log.</summary>
    /// <example>2026-01-31T12:00:00Z</example>
    [JsonConverter(typeof(TimeTextConverter))]
    public string? Time { get; init; }

    /// <summary>The person's address. An extension attribute.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }

    /// <summary>The sender's own id of the person. An extension attribute.</summary>
    /// <example>user_1815</example>
    [JsonPropertyName("externalid")]
    [JsonConverter(typeof(LooseTextConverter))]
    public string? ExternalId { get; init; }

    /// <summary>What <c>data</c> is. JSON when it is left out.</summary>
    /// <example>application/json</example>
    [JsonPropertyName("datacontenttype")]
    public string? DataContentType { get; init; }

    /// <summary>The event's properties: any JSON value up to 256 KiB and 64 levels, shown in the log exactly as sent.</summary>
    /// <example>{"total": 19.90}</example>
    public RawJson? Data { get; init; }

    /// <summary>The same in base64, instead of <c>data</c>.</summary>
    [JsonPropertyName("data_base64")]
    public string? DataBase64 { get; init; }

    /// <summary>Other attributes. They are read by the path in <c>emailPath</c> at most.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];
}
