using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Plunk;

/// <summary>An event.</summary>
public sealed record PlunkTrackRequest : ForeignBody
{
    /// <summary>The event's name.</summary>
    /// <example>signup</example>
    [Required]
    public string? Event { get; init; }

    /// <summary>The contact's address; the contact is made when there is none.</summary>
    /// <example>ada@example.com</example>
    [Required]
    public string? Email { get; init; }

    /// <summary>False suppresses marketing to the address. True lifts nothing: only the person can do that.</summary>
    public bool? Subscribed { get; init; }

    /// <summary>
    /// The event's properties. They also patch the contact, except for a value that is written <c>{ "value": …, "persistent": false }</c>.
    /// </summary>
    /// <example>{"plan": "pro", "coupon": {"value": "SPRING", "persistent": false}}</example>
    public Dictionary<string, JsonElement>? Data { get; init; }
}
