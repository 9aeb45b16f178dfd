using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>Changes to a declared name. The name itself can't change, because events carry it.</summary>
public sealed record DescribePatternRequest
{
    /// <summary>What the event means, at most 500 characters; null for no description.</summary>
    /// <example>A visitor created an account.</example>
    [Required]
    [JsonRequired]
    public string? Description { get; init; }
}
