using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>
/// The body of a delivery, read so that paths can walk it (S3): JSON as it came, or a form in the shape of JSON. Any bytes at all
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

    private Payload(JsonElement root, JsonElement outermost, string place) => (Root, Outermost, Place) = (root, outermost, place);

    private Payload(JsonElement root)
        : this(root, root, Name)
    {
    }

    /// <summary>What is read exactly as it was sent (a form: as the JSON it reads as).</summary>
    public RawJson Json => new(Root.GetRawText());

    /// <summary>Where paths start.</summary>
    internal JsonElement Root { get; }

    /// <summary>Where paths with <c>$.</c> start: the root of the delivery.</summary>
    internal JsonElement Outermost { get; }

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
        var value = path.Read(this, RequestHeaders.None);
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
        ReadOnlySpan<byte> body,
        string? contentType,
        string? contentEncoding,
        [NotNullWhen(true)] out Payload? payload,
        [NotNullWhen(false)] out SkipReason? reason)
    {
        payload = null;
        if (contentEncoding?.Trim() is { Length: > 0 } coding && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            reason = new SkipReason(
                SkipCode.ContentEncodingUnknown,
                $"The body is encoded as {Excerpt.Clean(coding)} (its Content-Encoding), which Sendra doesn't read. Have the sender post it uncompressed.");
            return false;
        }

        var type = BodyType.Parse(contentType);
        var utf8 = BodyText.ToUtf8(body, type.Charset);
        if (utf8 is null)
        {
            reason = new SkipReason(
                type.IsForm ? SkipCode.NotForm : SkipCode.NotJson,
                body.StartsWith(Gzip)
                    ? "The body is compressed with gzip, but has no Content-Encoding that says so. Have the sender post it uncompressed."
                    : $"The body isn't text: its bytes aren't valid {(type.Charset is { } charset ? $"UTF-8 or {Excerpt.Clean(charset)}" : "UTF-8")}. Have the sender use UTF-8.");
            return false;
        }

        if (utf8.AsSpan().IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
        {
            reason = new SkipReason(SkipCode.EmptyBody, "The request had no body, so there is nothing to read an email from. Have the sender post JSON or a form.");
            return false;
        }

        var root = ReadRoot(utf8, type, out reason);
        payload = root is { } read ? new Payload(read) : null;
        return payload is not null;
    }

    private static JsonElement? ReadRoot(byte[] utf8, BodyType type, out SkipReason? reason)
    {
        if (type.IsMultipart)
        {
            reason = new SkipReason(SkipCode.NotForm, "The body is multipart/form-data, which Sendra doesn't read. Have the sender post JSON or application/x-www-form-urlencoded.");
            return null;
        }

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
        if (!isForm)
        {
            reason = new SkipReason(SkipCode.NotJson, $"The body isn't valid JSON: {problem}.{type.Hint} Have the sender post JSON or a form.");
            return null;
        }

        var form = FormBody.ToJson(utf8, type.Charset, out problem);
        if (form is null)
        {
            reason = new SkipReason(SkipCode.NotForm, $"The form can't be read: {problem}. Have the sender post fewer brackets, or JSON.");
            return null;
        }

        return form;
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
