using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>A contact property to declare.</summary>
public sealed record CustomFieldRequest
{
    /// <summary>Starts with a letter; letters, digits and _; at most 64 characters; case counts.</summary>
    /// <example>plan</example>
    [Required]
    public string? Name { get; init; }

    /// <summary>What its values are.</summary>
    /// <example>text</example>
    [Required]
    public CustomFieldType? Type { get; init; }
}
