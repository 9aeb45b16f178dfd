using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Contacts;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Loops;

/// <summary>A contact property to make.</summary>
public sealed record LoopsPropertyRequest : ForeignBody
{
    /// <summary>Its name.</summary>
    /// <example>planName</example>
    [Required]
    public string? Name { get; init; }

    /// <summary><c>string</c>, <c>number</c>, <c>boolean</c> or <c>date</c>.</summary>
    /// <example>string</example>
    [Required]
    public string? Type { get; init; }

    internal CustomFieldType FieldType => Type switch
    {
        "string" => CustomFieldType.Text,
        "number" => CustomFieldType.Number,
        "boolean" => CustomFieldType.Boolean,
        "date" => CustomFieldType.Date,
        _ => throw JsonBody.Wrong("type", "must be string, number, boolean or date"),
    };
}
