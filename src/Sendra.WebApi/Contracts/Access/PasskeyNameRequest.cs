using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A passkey's new name.</summary>
public sealed record PasskeyNameRequest
{
    /// <summary>What you call it, 1 to 100 characters.</summary>
    /// <example>Laptop</example>
    [Required]
    public string? Name { get; init; }
}
