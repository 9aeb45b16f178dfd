using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>
/// The body of a delivery, read so that paths can walk it (S3): JSON as it came, or a form or XML in the shape of JSON. Any bytes at all
/// give either a payload or a reason; reading never throws.
/// </summary>
public sealed class Payload
{
    /// <summary>The largest body that is taken, in bytes (S10).</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The most items of one delivery (S11).</summary>
    public const int MaxItems = 1_000;

    /// <summary>The maximum nesting, as for an event's properties (E3).</summary>
    public const int MaxDepth = Events.ReceivedEvent.MaxPropertiesDepth;

    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    internal const string Name = "the payload";

    private const string ItemName = "the item";

    private Payload(JsonElement root, JsonElement outermost, string place, string? name = null) => (Root, Outermost, Place, RootName) = (root, outermost, place, name);

    private Payload(JsonElement root, string? name = null)
        : this(root, root, Name, name)
    {
    }

    /// <summary>What is read exactly as it was sent (a form: as the JSON it reads as).</summary>
    public RawJson Json => new(Root.GetRawText());

    /// <summary>Where paths start.</summary>
    internal JsonElement Root { get; }

    /// <summary>Where paths with <c>$.</c> start: the root of the delivery.</summary>
    internal JsonElement Outermost { get; }

    /// <summary>The name of XML's root element, in which paths start; null for anything else.</summary>
    internal string? RootName { get; }

    /// <summary>What the root is called in a sentence.</summary>
    internal string Place { get; }

    /// <summary>This alone. A list is none: an index in a path would take one item, and lose the others without a word (S11).</summary>
    public IReadOnlyList<Payload>? Alone(out SkipReason? reason)
    {
        reason = Root.ValueKind != JsonValueKind.Array ? null : new(
            SkipCode.PayloadIsList,
            $"The payload is a list of {Root.GetArrayLength()}, and this source reads one event from each delivery, so nothing was read. "
            + "Set the items path to $, so that each item becomes an event, then replay the delivery.");
        return reason is null ? [this] : null;
    }

    /// <summary>The items of a list. One object alone is a list of one, because some formats have no other way to write that.</summary>
    internal IReadOnlyList<Payload>? ItemsAt(PayloadPath path, out SkipReason? reason)
    {
        // Here the root is that of the document in which items are looked for.
        var value = path.Read(new Payload(Root), RequestHeaders.None);
        var count = value.Json is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : 1;
        reason = value switch
        {
            { IsGiven: false } => new(SkipCode.ItemsMissing, $"There are no items {value.Where(path.Text)}. {PayloadMapping.WhatNext}"),
            { Json.ValueKind: not (JsonValueKind.Array or JsonValueKind.Object) } =>
                new(SkipCode.ItemsNotAList, $"At `{path.Text}` stands {value.Description} instead of a list. {PayloadMapping.WhatNext}"),
            _ when count == 0 => new(SkipCode.NoItems, $"The list at `{path.Text}` is empty, so there is no event in this delivery."),
            _ when count > MaxItems => new(
                SkipCode.TooManyItems, $"The list at `{path.Text}` has {count} items; a delivery can have {MaxItems}. Have the sender post fewer at a time."),
            _ => null,
        };
        return reason is not null ? null
            : value.Json is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray().Select(Item)]
            : [Item(value.Json!.Value)];
    }

    /// <summary>The document that a text inside holds; paths then start in it (S15).</summary>
    internal Payload? Inner(PayloadPath path, out SkipReason? reason)
    {
        var value = path.Read(this, RequestHeaders.None);
        reason = null;
        switch (value)
        {
            case { IsGiven: false }:
                reason = new(SkipCode.BodyMissing, $"There is no body {value.Where(path.Text)}. {PayloadMapping.WhatNext}");
                return null;
            case { Json: { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json }:
                return new Payload(json, Outermost, Name);
            case { Text: { } text } when Document(Encoding.UTF8.GetBytes(text), out var name, out var problem) is var inner:
                reason = inner is null ? new(SkipCode.BodyNotJson, $"At `{path.Text}` stands {value.Description}, which isn't valid {problem}. {PayloadMapping.WhatNext}") : null;
                return inner is { } root ? new Payload(root, Outermost, Name, name) : null;
            default:
                reason = new(SkipCode.BodyNotJson, $"At `{path.Text}` stands {value.Description} instead of JSON. {PayloadMapping.WhatNext}");
                return null;
        }
    }

    // JSON or XML; some senders wrap it in base64.
    private static JsonElement? Document(byte[] utf8, out string? name, out string problem, bool isWrapped = false)
    {
        name = null;
        if (XmlBody.IsLikely(utf8))
        {
            var xml = XmlBody.ToJson(utf8, out name, out var broken);
            problem = $"XML: {broken}";
            return xml;
        }

        if (StrictJson.Read(utf8, out var wrong) is { } json)
        {
            problem = "";
            return json;
        }

        problem = $"JSON: {wrong}";
        var decoded = new byte[utf8.Length];
        return !isWrapped && Convert.TryFromBase64String(Encoding.ASCII.GetString(utf8), decoded, out var length) && length > 0
            ? Document(decoded[..length], out name, out _, isWrapped: true)
            : null;
    }

    private Payload Item(JsonElement item) => new(item, Outermost, ItemName);

    /// <summary>
    /// Reads a body. What looks like JSON is read as JSON whatever the content type says, because many senders label it as text,
    /// as a form, or not at all; what looks like a form is read as one when the type leaves it open.
    /// </summary>
    /// <param name="body">The raw bytes.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="contentEncoding">The Content-Encoding header, or null.</param>
    /// <param name="payload">The payload if the result is true.</param>
    /// <param name="reason">Why it can't be read if the result is false.</param>
    public static bool TryRead(
        byte[] body,
        string? contentType,
        string? contentEncoding,
        [NotNullWhen(true)] out Payload? payload,
        [NotNullWhen(false)] out SkipReason? reason)
    {
        string? name = null;
        payload = ContentCoding.Decode(body, contentEncoding, out reason) is { } decoded && Read(decoded, BodyType.Parse(contentType), out name, out reason) is { } root
            ? new Payload(root, name)
            : null;
        return payload is not null;
    }

    private static JsonElement? Read(byte[] body, BodyType type, out string? name, out SkipReason? reason)
    {
        name = null;
        if (IsBlank(body))
        {
            return Refuse(NoBody, out reason);
        }

        if (type.IsMultipart)
        {
            return MultipartBody.Fields(body, type.Boundary, out var cut) is { } fields ? ReadForm(fields, type, out reason) : Refuse(NotAForm(cut), out reason);
        }

        var isXml = type.IsXml || (type.IsVague && body.AsSpan().TrimStart(" \t\r\n\uFEFF"u8).StartsWith("<?xml"u8));
        var charset = type.Charset ?? (isXml ? XmlBody.EncodingOf(body) : null);
        if (BodyText.ToUtf8(body, charset) is not { } utf8)
        {
            // A form may say itself what it is written in.
            return type.IsForm ? ReadForm(FormBody.Fields(body), type, out reason) : Refuse(NoText(body, charset), out reason);
        }

        // A mark alone says how nothing is written.
        return IsBlank(utf8) ? Refuse(NoBody, out reason)
            : isXml ? ReadXml(utf8, out name, out reason)
            : type.IsJsonLines ? ReadLines(utf8, out reason)
            : ReadJsonOrForm(utf8, type, out reason);
    }

    private static bool IsBlank(ReadOnlySpan<byte> body) => body.IndexOfAnyExcept(" \t\r\n\0"u8) < 0;

    private static JsonElement? ReadXml(byte[] utf8, out string? name, out SkipReason? reason)
    {
        var xml = XmlBody.ToJson(utf8, out name, out var problem);
        reason = xml is null ? new SkipReason(SkipCode.NotXml, $"The body isn't valid XML: {problem}. A document type and entities of one's own aren't read.") : null;
        return xml;
    }

    private static JsonElement? ReadLines(byte[] utf8, out SkipReason? reason)
    {
        var lines = JsonLines.Read(utf8, out var problem);
        reason = lines is null ? new SkipReason(SkipCode.NotJson, $"The body isn't valid JSON, a value a line: {problem}.") : null;
        return lines;
    }

    private static JsonElement? ReadJsonOrForm(byte[] utf8, BodyType type, out SkipReason? reason)
    {
        reason = null;
        var json = StrictJson.Read(utf8, out var problem);
        if (json is not null)
        {
            return json;
        }

        // A form can't begin with a brace by accident; JSON with a slip in it deserves to be told where the slip is.
        var isForm = type.IsForm
            ? utf8.AsSpan().TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..]
            : type.IsVague && FormBody.IsLikely(utf8);
        return isForm ? ReadForm(FormBody.Fields(utf8), type, out reason)
            : JsonLines.IsLikely(utf8) && JsonLines.Read(utf8, out _) is { } lines ? lines
            : Refuse(new SkipReason(SkipCode.NotJson, $"The body isn't valid JSON: {problem}.{type.Hint} Have the sender post JSON or a form."), out reason);
    }

    private static JsonElement? ReadForm(IReadOnlyList<FormField> fields, BodyType type, out SkipReason? reason)
    {
        var form = FormBody.ToJson(fields, type.Charset, out var problem);
        reason = form is null ? NotAForm(problem) : null;
        return form;
    }

    private static SkipReason NoBody =>
        new(SkipCode.EmptyBody, "The request had no body, so there is nothing to read an email from. Have the sender post JSON or a form.");

    private static SkipReason NotAForm(string problem) =>
        new(SkipCode.NotForm, $"The form can't be read: {problem}. Have the sender post it in UTF-8 and as a whole, or as JSON.");

    private static SkipReason NoText(ReadOnlySpan<byte> body, string? charset) => body.StartsWith(Gzip)
        ? new(SkipCode.NotJson, "The body is compressed with gzip, but has no Content-Encoding that says so. Have the sender say so, or post it uncompressed.")
        : new(SkipCode.NotJson, $"The body isn't text: its bytes aren't valid {BodyText.Describe(charset)}. Have the sender use UTF-8.");

    private static JsonElement? Refuse(SkipReason why, out SkipReason? reason)
    {
        reason = why;
        return null;
    }

    /// <summary>The payload of a text that the caller wrote, for previews; the text is read as JSON.</summary>
    /// <param name="json">JSON text.</param>
    /// <param name="payload">The payload if the result is true.</param>
    /// <param name="reason">Why it can't be read if the result is false.</param>
    public static bool TryRead(
        string json,
        [NotNullWhen(true)] out Payload? payload,
        [NotNullWhen(false)] out SkipReason? reason) =>
        TryRead(Encoding.UTF8.GetBytes(json), "application/json", null, out payload, out reason);
}
