using System.Globalization;
using System.Text.Json;
using Sendra.Domain.Messages;

namespace Sendra.Domain.EventSources;

/// <summary>Reads what a mail provider's webhook says of a message that Sendra sent (M5). Data of the provider's preset.</summary>
public sealed class FeedbackReader
{
    /// <summary>The header by which Sendra names a message to providers that send headers back and put a Message-ID of their own in place of ours.</summary>
    public const string MessageHeader = "X-Sendra-Message";

    private const string MessageIdHeader = "Message-ID";

    // Unix times in milliseconds have been greater since 1973, and those in seconds will be in 5138.
    private const double FirstMilliseconds = 1e11;

    /// <summary>The provider's name, as a program reads it: <c>sendGrid</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Where the message may be named; the first place with a message's id counts.</summary>
    public required PayloadPath Message { get; init; }

    /// <summary>Where the email's headers are, as a list of names and values; null when they aren't sent.</summary>
    public PayloadPath? Headers { get; init; }

    /// <summary>Where it says what happened.</summary>
    public required PayloadPath Kind { get; init; }

    /// <summary>What the provider's words mean. Other words say nothing of a message.</summary>
    public required IReadOnlyDictionary<string, FeedbackKind> Kinds { get; init; }

    /// <summary>Where it says that a bounce is none for good; null when the kind says it.</summary>
    public PayloadPath? Softness { get; init; }

    /// <summary>The words there that do.</summary>
    public IReadOnlySet<string> Soft { get; init; } = new HashSet<string>();

    /// <summary>Where it says when.</summary>
    public required PayloadPath Time { get; init; }

    /// <summary>Where it says more.</summary>
    public required PayloadPath Detail { get; init; }

    /// <summary>What an item of a delivery says of a message; null when it names none, or says nothing that matters.</summary>
    /// <param name="item">The item, or the body when it is one event.</param>
    /// <param name="headers">The headers without secrets.</param>
    public Feedback? Read(Payload item, RequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(headers);
        if (!Kinds.TryGetValue(WordAt(Kind) ?? "", out var kind) || !TryReadMessage(item, headers, out var messageId, out var isOurs))
        {
            return null;
        }

        var isSoft = kind == FeedbackKind.Bounced && Softness is not null && Soft.Contains(WordAt(Softness) ?? "");
        return new Feedback(messageId, isOurs, isSoft ? FeedbackKind.Deferred : kind, TimeOf(Time.Read(item, headers)), WordAt(Detail));

        string? WordAt(PayloadPath path)
        {
            var value = path.Read(item, headers);
            return value.IsGiven ? value.Text ?? value.RawJson : null;
        }
    }

    private bool TryReadMessage(Payload item, RequestHeaders headers, out MessageId messageId, out bool isOurs)
    {
        (messageId, isOurs) = (default, false);
        var found = false;
        foreach (var text in Message.Places.Select(one => one.Place.Read(item, headers).Text).Concat(NamesIn(Headers?.Read(item, headers).Json)))
        {
            // A name that only Sendra gives counts before the provider's own ids, wherever they stand.
            if (Feedback.TryReadMessageId(text, out var named, out var certain) && (!found || certain))
            {
                (messageId, isOurs, found) = (named, certain, true);
            }

            if (isOurs)
            {
                break;
            }
        }

        return found;
    }

    private static IEnumerable<string?> NamesIn(JsonElement? headers) => headers is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray()
            .Where(header => TextIn(header, "name") is { } name
                && (name.Equals(MessageHeader, StringComparison.OrdinalIgnoreCase) || name.Equals(MessageIdHeader, StringComparison.OrdinalIgnoreCase)))
            .Select(header => TextIn(header, "value"))
        : [];

    private static string? TextIn(JsonElement header, string name) =>
        header.ValueKind == JsonValueKind.Object && header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? TimeOf(PathValue value)
    {
        if (double.TryParse(value.Scalar, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            var milliseconds = number < FirstMilliseconds ? number * 1000 : number;
            return milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds) : null;
        }

        return DateTimeOffset.TryParse(value.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
    }
}
