using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>One operation.</summary>
public sealed record CustomerioEntity : ForeignBody
{
    /// <summary><c>person</c>; Sendra has no other objects.</summary>
    /// <example>person</example>
    [Required]
    public string? Type { get; init; }

    /// <summary>Who: an <c>id</c> or an <c>email</c>.</summary>
    [Required]
    public CustomerioIdentifiers? Identifiers { get; init; }

    /// <summary><c>identify</c>, <c>event</c>, <c>delete</c>, <c>suppress</c> or <c>unsuppress</c>.</summary>
    /// <example>event</example>
    [Required]
    public string? Action { get; init; }

    /// <summary>The event's name.</summary>
    /// <example>purchase</example>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Name { get; init; }

    /// <summary>Makes a repeated event the same one for 7 days.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Id { get; init; }

    /// <summary>When the event happened: seconds or milliseconds since 1970, or ISO 8601.</summary>
    public JsonElement? Timestamp { get; init; }

    /// <summary>The event's properties, or the person's attributes.</summary>
    public Dictionary<string, JsonElement>? Attributes { get; init; }
}
