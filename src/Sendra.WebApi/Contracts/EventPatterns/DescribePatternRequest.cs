using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>What changes about a declared name; the name itself stays, since events carry it.</summary>
public sealed record DescribePatternRequest
{
    /// <summary>What the event means, at most 500 characters; null for nothing.</summary>
    /// <example>A visitor made an account.</example>
    [Required]
    [JsonRequired]
    public string? Description { get; init; }
}
