using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Segment;

/// <summary>One call, at most 32 KB.</summary>
public sealed record SegmentCall : ForeignBody
{
    private const int MaxBytes = 32 * 1024;

    /// <summary><c>track</c>, <c>identify</c>, <c>page</c>, <c>screen</c>, <c>group</c> or <c>alias</c>. Needed in a batch.</summary>
    /// <example>track</example>
    public string? Type { get; init; }

    /// <summary>Your own id of the person, which an identify with an email makes known.</summary>
    /// <example>user_1815</example>
    public JsonElement? UserId { get; init; }

    /// <summary>An id of somebody who is not known yet. Kept with what is skipped.</summary>
    public JsonElement? AnonymousId { get; init; }

    /// <summary>The event's name.</summary>
    /// <example>Order Completed</example>
    public JsonElement? Event { get; init; }

    /// <summary>The event's properties.</summary>
    /// <example>{"email": "ada@example.com", "total": 19.9}</example>
    public JsonElement? Properties { get; init; }

    /// <summary>What an identify says about the person.</summary>
    public JsonElement? Traits { get; init; }

    /// <summary>Where it was done. <c>context.traits.email</c> is the person's address.</summary>
    public JsonElement? Context { get; init; }

    /// <summary>When it was done.</summary>
    public JsonElement? Timestamp { get; init; }

    /// <summary>Makes a repeat known for 7 days.</summary>
    public JsonElement? MessageId { get; init; }

    /// <summary>The API key, where there is no Authorization header.</summary>
    public string? WriteKey { get; init; }

    /// <summary>The call as it was sent, without the key.</summary>
    /// <exception cref="FluentValidation.ValidationException">It is too large.</exception>
    internal RawJson ToJson()
    {
        var json = JsonFields.ToObject(Fields().Concat(Others)) ?? new RawJson("{}");
        return System.Text.Encoding.UTF8.GetByteCount(json.Text) <= MaxBytes ? json : throw JsonBody.Wrong("batch", $"must hold calls of at most {MaxBytes / 1024} KB each");
    }

    private IEnumerable<KeyValuePair<string, JsonElement>> Fields()
    {
        (string Name, JsonElement? Value)[] fields =
        [
            ("userId", UserId), ("anonymousId", AnonymousId), ("event", Event), ("properties", Properties ?? Empty), ("traits", Traits), ("context", Context),
            ("timestamp", Timestamp), ("messageId", MessageId),
        ];
        return from field in fields where field.Value is not null select KeyValuePair.Create(field.Name, field.Value!.Value);
    }

    // A source reads properties where they must be, while clients leave them out.
    [JsonIgnore]
    private static JsonElement Empty { get; } = JsonElement.Parse("{}");
}
