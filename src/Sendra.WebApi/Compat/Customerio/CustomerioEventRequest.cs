using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>An event of one person.</summary>
public sealed record CustomerioEventRequest : ForeignBody
{
    /// <summary>The event's name; of a page view, its address.</summary>
    /// <example>purchase</example>
    [Required]
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Name { get; init; }

    /// <summary>The event's properties.</summary>
    /// <example>{"price": 23.45}</example>
    public RawJson? Data { get; init; }

    /// <summary>When it happened: seconds or milliseconds since 1970, or ISO 8601.</summary>
    public JsonElement? Timestamp { get; init; }

    /// <summary>Makes a repeated event the same one for 7 days: 1 to 255 printable ASCII characters.</summary>
    /// <example>01HDPH3FZ8Q1D6A7TJQ0Y9XNRB</example>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Id { get; init; }

    /// <summary><c>event</c>, <c>page</c> or <c>screen</c>: to Sendra, all are events.</summary>
    /// <example>event</example>
    public string? Type { get; init; }
}
