using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> into the shape of JSON (S3): <c>data[email]=…</c> reads as <c>data.email</c>,
/// <c>items[0][email]</c> and <c>items[]=a</c> as lists, a repeated name as a list of its values. All values are text.
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

    /// <summary>The form as JSON, or null with the rest of the sentence "can't be read: …".</summary>
    internal static JsonElement? ToJson(ReadOnlySpan<byte> form, string? charset, out string problem)
    {
        problem = "";
        var root = new FormNode();
        foreach (var range in form.Split((byte)'&'))
        {
            var field = form[range].Trim("\r\n"u8);
            if (field.IsEmpty)
            {
                continue;
            }

            var equals = field.IndexOf((byte)'=');
            var name = Unescape(equals < 0 ? field : field[..equals], charset);
            var path = SplitName(name);
            if (path.Count >= Payload.MaxDepth)
            {
                problem = $"the field {Excerpt.Name(name)} is nested deeper than {Payload.MaxDepth} levels";
                return null;
            }

            root.Add(path, equals < 0 ? "" : Unescape(field[(equals + 1)..], charset));
        }

        // GitHub and Slack post a form with the one field "payload" that holds JSON.
        if (root.OnlyValueOf("payload") is { } embedded
            && StrictJson.Read(System.Text.Encoding.UTF8.GetBytes(embedded), out _) is { ValueKind: JsonValueKind.Object } json)
        {
            return json;
        }

        return StrictJson.Read(Write(root), out problem);
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

    private static string Unescape(ReadOnlySpan<byte> text, string? charset)
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

        return BodyText.Decode(bytes.AsSpan(0, length), charset);
    }

    private static bool IsHex(byte digit) => char.IsAsciiHexDigit((char)digit);
}
