using System.Text.Json;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.EventSources;

/// <summary>The headers of a delivery. Names compare without case; a header sent twice reads as one value joined by ", ".</summary>
public sealed class RequestHeaders
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>No headers at all.</summary>
    public static RequestHeaders None { get; } = new([]);

    /// <summary>Takes the headers as they came, in any order and with repeats.</summary>
    public RequestHeaders(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        foreach (var (name, value) in headers)
        {
            _values[name] = _values.TryGetValue(name, out var earlier) ? $"{earlier}, {value}" : value;
        }
    }

    /// <summary>The header's value, or null when it was not sent.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The names that were sent.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>
    /// The headers that may be kept with a delivery and read by paths: without credentials, cookies, signatures, whatever a proxy
    /// added, and without any header that repeats the secret URL. Mapping reads only these, so that a replay sees what the first try saw.
    /// </summary>
    /// <param name="token">The token of the URL that was called.</param>
    /// <param name="scheme">The source's signature scheme, whose own signature header goes too.</param>
    public RequestHeaders WithoutSecrets(WebhookToken? token = null, SignatureScheme? scheme = null) =>
        new(_values.Where(header =>
            !SecretHeaders.Contains(header.Key)
            && !string.Equals(header.Key, scheme?.SignatureHeader, StringComparison.OrdinalIgnoreCase)
            && (token is null || !header.Value.Contains(token.Reveal(), StringComparison.Ordinal))));

    /// <summary>All headers but those that repeat the secret URL, to check a signature later.</summary>
    /// <param name="token">The token of the URL that was called.</param>
    public RequestHeaders WithoutToken(WebhookToken token) => new(_values.Where(header => !header.Value.Contains(token.Reveal(), StringComparison.Ordinal)));

    /// <summary>The same with one more.</summary>
    public RequestHeaders With(string name, string value) => new([.. _values, KeyValuePair.Create(name, value)]);

    /// <summary>The headers as one JSON object, to be stored with the delivery.</summary>
    public string ToJson() => JsonSerializer.Serialize(_values);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static RequestHeaders FromJson(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);
}
