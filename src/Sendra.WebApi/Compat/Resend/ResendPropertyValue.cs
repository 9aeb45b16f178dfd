using System.Text.Json;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>The value of a contact's property.</summary>
/// <param name="Type"><c>string</c>, <c>number</c> or <c>boolean</c>.</param>
/// <param name="Value">The value.</param>
public sealed record ResendPropertyValue(string Type, JsonElement Value)
{
    internal static ResendPropertyValue From(JsonElement value) => new(
        value.ValueKind switch
        {
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => "string",
        },
        value);
}
