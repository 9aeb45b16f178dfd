using Sendra.Domain.EventPatterns;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>An event name to declare, or what its events' payloads must be.</summary>
public sealed record ResendEventRequest : ForeignBody
{
    /// <summary>The name. It can't be changed.</summary>
    /// <example>user.created</example>
    public string? Name { get; init; }

    /// <summary>The types of the payload's fields: <c>string</c>, <c>number</c>, <c>boolean</c> or <c>date</c>. Null or left out: no schema.</summary>
    /// <example>{"plan": "string"}</example>
    public Dictionary<string, string?>? Schema { get; init; }

    internal IReadOnlyList<SchemaPropertyText> ToProperties() => [.. (Schema ?? []).Select(field => new SchemaPropertyText(field.Key, TypeOf(field), false, null))];

    private static SchemaType TypeOf(KeyValuePair<string, string?> field) => field.Value switch
    {
        "string" => SchemaType.Text,
        "number" => SchemaType.Number,
        "boolean" => SchemaType.Boolean,
        "date" => SchemaType.Date,
        _ => throw JsonBody.Wrong($"schema.{field.Key}", "must be string, number, boolean or date"),
    };
}
