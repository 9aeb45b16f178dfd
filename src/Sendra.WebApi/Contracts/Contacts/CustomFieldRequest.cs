using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>A contact property to declare.</summary>
public sealed record CustomFieldRequest
{
    /// <summary>At most 64 letters, digits and _, starting with a letter. Case-sensitive.</summary>
    /// <example>plan</example>
    [Required]
    public string? Name { get; init; }

    /// <summary>The type of its values.</summary>
    /// <example>text</example>
    [Required]
    public CustomFieldType? Type { get; init; }
}
