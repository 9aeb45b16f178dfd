using System.Text.Json.Serialization;
using Sendra.Application.EventPatterns;
using Sendra.Domain.EventPatterns;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>A declared event name.</summary>
/// <param name="Id">Its id in Sendra.</param>
/// <param name="Name">The name.</param>
/// <param name="Schema">The types of the payload's fields; null when there is none.</param>
/// <param name="CreatedAt">When it was declared.</param>
public sealed record ResendEvent(
    EventPatternId Id,
    string Name,
    IReadOnlyDictionary<string, string>? Schema,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt)
{
    /// <summary>Always <c>event</c>.</summary>
    /// <example>event</example>
    public string Object => "event";

    /// <summary>Always null: Sendra does not keep when it was changed.</summary>
    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt => null;

    internal static ResendEvent From(PatternResult pattern) => new(
        pattern.Id,
        pattern.Name,
        pattern.Properties.Count == 0 ? null : pattern.Properties.ToDictionary(property => property.Name, property => TypeOf(property.Type)),
        pattern.DeclaredAt);

    private static string TypeOf(SchemaType type) => type switch
    {
        SchemaType.Text => "string",
        SchemaType.Number => "number",
        SchemaType.Boolean => "boolean",
        SchemaType.Date => "date",
        SchemaType.Object => "object",
        SchemaType.List => "list",
    };
}
