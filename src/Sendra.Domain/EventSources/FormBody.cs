using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>
/// Reads the fields of a form into the shape of JSON (S3): <c>data[email]=…</c> reads as <c>data.email</c>, <c>items[0][email]</c> and
/// <c>items[]=a</c> as lists, a repeated name as a list of its values. All values are text. Files are left out and named (S15).
/// </summary>
internal static class FormBody
{
    private static readonly SearchValues<byte> NeverInForms = SearchValues.Create(" \t\r\n<>{}\""u8);

    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = Payload.MaxDepth,
    };

    /// <summary>Whether a body of no particular type looks like a form: name=value, without anything that a form would escape.</summary>
    internal static bool IsLikely(ReadOnlySpan<byte> body)
    {
        body = body.Trim("\r\n"u8);
        var equals = body.IndexOf((byte)'=');
        return equals > 0
            && equals + 1 < body.Length
            && body[equals + 1] != '='
            && body.IndexOfAny(NeverInForms) < 0;
    }

    /// <summary>The fields of <c>application/x-www-form-urlencoded</c>.</summary>
    internal static IReadOnlyList<FormField> Fields(ReadOnlySpan<byte> form)
    {
        var fields = new List<FormField>();
        foreach (var range in form.Split((byte)'&'))
        {
            var field = form[range].Trim("\r\n"u8);
            if (field.IsEmpty)
            {
                continue;
            }

            var equals = field.IndexOf((byte)'=');
            fields.Add(new FormField(Unescape(equals < 0 ? field : field[..equals]), equals < 0 ? [] : Unescape(field[(equals + 1)..])));
        }

        return fields;
    }

    /// <summary>The form as JSON, or null with the rest of the sentence "can't be read: …".</summary>
    internal static JsonElement? ToJson(IReadOnlyList<FormField> fields, string? charset, out string problem)
    {
        problem = "";
        var root = new FormNode();

        // A form may say in a field what it is written in: browsers in the first one, PayPal in the second.
        charset = CharsetIn(fields, "_charset_"u8) ?? charset ?? CharsetIn(fields, "charset"u8);
        foreach (var field in fields)
        {
            if (BodyText.Decode(field.Name, charset) is not { } name || BodyText.Decode(field.Value, field.Charset ?? charset) is not { } value)
            {
                problem = $"the field {Excerpt.Name(Encoding.Latin1.GetString(field.Name))} isn't valid {BodyText.Describe(field.Charset ?? charset)}";
                return null;
            }

            var path = SplitName(name);
            if (path.Count + (field.FileName is null ? 0 : 1) >= Payload.MaxDepth)
            {
                problem = $"the field {Excerpt.Name(name)} is nested deeper than {Payload.MaxDepth} levels";
                return null;
            }

            if (field.FileName is { } file)
            {
                root.At(path).Add(["fileName"], file);
            }
            else
            {
                root.Add(path, value);
            }
        }

        // GitHub and Slack post a form with the one field "payload" that holds JSON.
        if (root.OnlyValueOf("payload") is { } embedded
            && StrictJson.Read(Encoding.UTF8.GetBytes(embedded), out _) is { ValueKind: JsonValueKind.Object } json)
        {
            return json;
        }

        return StrictJson.Read(Write(root), out problem);
    }

    private static string? CharsetIn(IReadOnlyList<FormField> fields, ReadOnlySpan<byte> name)
    {
        foreach (var field in fields)
        {
            if (field.Name.AsSpan().SequenceEqual(name) && field.Value.Length is > 0 and < 40)
            {
                return Encoding.Latin1.GetString(field.Value);
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> Write(FormNode root)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Writing))
        {
            root.Write(writer);
        }

        return json.WrittenSpan;
    }

    /// <summary>
    /// <c>a[b][]</c> is a, b and "the next index", written as an empty name. Brackets that don't match are part of the name.
    /// </summary>
    private static List<string> SplitName(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0 || name[^1] != ']')
        {
            return [name];
        }

        var path = new List<string> { name[..open] };
        for (var i = open; i < name.Length;)
        {
            var close = name.IndexOf(']', i);
            var nested = name[i] == '[' && close > i ? name[(i + 1)..close] : "[";
            if (nested.Contains('[', StringComparison.Ordinal))
            {
                return [name];
            }

            path.Add(nested);
            i = close + 1;
        }

        return path;
    }

    private static byte[] Unescape(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = text[i] == '%' && i + 2 < text.Length && IsHex(text[i + 1]) && IsHex(text[i + 2]);
            bytes[length++] = isEscape
                ? Convert.FromHexString(text.Slice(i + 1, 2))[0]
                : text[i] == '+' ? (byte)' ' : text[i];
            i += isEscape ? 2 : 0;
        }

        return bytes[..length];
    }

    private static bool IsHex(byte digit) => char.IsAsciiHexDigit((char)digit);
}
