using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Plunk;

/// <summary>What an event says about itself, and what of it about the contact.</summary>
/// <param name="Event">All values, unwrapped.</param>
/// <param name="Contact">Those that stay with the contact.</param>
internal sealed record PlunkData(RawJson? Event, RawJson? Contact)
{
    public static PlunkData Of(Dictionary<string, JsonElement>? data)
    {
        var values = (data ?? []).Select(field => (field.Key, Value: Unwrap(field.Value, out var stays), Stays: stays)).ToArray();
        return new PlunkData(
            JsonFields.ToObject(values.Select(field => KeyValuePair.Create(field.Key, field.Value))),
            JsonFields.ToObject(values.Where(field => field.Stays).Select(field => KeyValuePair.Create(field.Key, field.Value))));
    }

    private static JsonElement Unwrap(JsonElement value, out bool stays)
    {
        stays = true;
        if (value.ValueKind != JsonValueKind.Object
            || !value.TryGetProperty("value", out var inner)
            || !value.TryGetProperty("persistent", out var persistent)
            || persistent.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return value;
        }

        stays = persistent.GetBoolean();
        return inner;
    }
}
