using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>What a schema asks of one property.</summary>
public sealed record PatternPropertyRequest
{
    /// <summary>The name of a property at the top of eventProperties, at most 100 characters.</summary>
    /// <example>plan</example>
    [Required]
    public string? Name { get; init; }

    /// <summary>What it must be; a `date` is text with an ISO 8601 date, or date and time.</summary>
    /// <example>text</example>
    [Required]
    public SchemaType? Type { get; init; }

    /// <summary>Whether an event must have it; null reads as missing. False when left out.</summary>
    /// <example>true</example>
    public bool? Required { get; init; }

    /// <summary>The only values that it may have: 1 to 50 texts, numbers or booleans of its type, each at most 200 characters; any when left out.</summary>
    /// <example>["free", "pro"]</example>
    public IReadOnlyList<RawJson?>? Allowed { get; init; }

    internal SchemaPropertyText ToText() => new(Name, Type, Required, Allowed);
}
