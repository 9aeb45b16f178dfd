using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Fluid;
using Fluid.Values;
using Sendra.Domain.Common;

namespace Sendra.Domain.Liquid;

/// <summary>Turns JSON into Fluid's plain values and back, so that a text never sees an object of the program.</summary>
internal static class LiquidJson
{
    internal static JsonElement Null { get; } = JsonElement.Parse("null");

    internal static FluidValue ToFluid(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ToDictionary(json),
        JsonValueKind.Array => new ArrayValue([.. json.EnumerateArray().Select(ToFluid)]),
        JsonValueKind.String => StringValue.Create(json.TextOrNull() ?? ""),

        // What no decimal can hold reads as the text of its digits.
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? NumberValue.Create(number) : StringValue.Create(json.GetRawText()),
        JsonValueKind.True => BooleanValue.True,
        JsonValueKind.False => BooleanValue.False,
        _ => NilValue.Instance,
    };

    internal static JsonElement From(FluidValue value, TemplateContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, value, context);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static DictionaryValue ToDictionary(JsonElement json)
    {
        var values = new Dictionary<string, FluidValue>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            values[property.Name] = ToFluid(property.Value);
        }

        return new DictionaryValue(new FluidValueDictionaryFluidIndexable(values));
    }

    private static void Write(Utf8JsonWriter json, FluidValue value, TemplateContext context)
    {
        switch (value.Type)
        {
            case FluidValues.Number:
                json.WriteRawValue(value.ToNumberValue().ToString(CultureInfo.InvariantCulture));
                break;
            case FluidValues.Boolean:
                json.WriteBooleanValue(value.ToBooleanValue());
                break;
            case FluidValues.Nil or FluidValues.Empty or FluidValues.Blank:
                json.WriteNullValue();
                break;
            case FluidValues.Array:
                json.WriteStartArray();
                foreach (var item in ((ArrayValue)value).Values)
                {
                    Write(json, item, context);
                }

                json.WriteEndArray();
                break;
            case FluidValues.Dictionary:
                json.WriteStartObject();
                foreach (var pair in value.Enumerate(context).OfType<ArrayValue>())
                {
                    json.WritePropertyName(pair.Values[0].ToStringValue());
                    Write(json, pair.Values[1], context);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(value.ToStringValue());
                break;
        }
    }
}
