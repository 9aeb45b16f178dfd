using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>What the sender asks before it sends, and how it is answered. Presets bring theirs.</summary>
public sealed record HandshakeContract
{
    /// <summary>
    /// queryEcho sends a parameter of the URL back (Meta, Dropbox, Strava, Microsoft Graph), bodyEcho a field of the body (Slack, Event Grid,
    /// Twitch), headerEcho a header (Okta, Asana). zoom, crc and braintree answer with an HMAC by the first secret. cloudEvents answers OPTIONS. sns shows
    /// the link that confirms an Amazon SNS subscription as the delivery's reason.
    /// </summary>
    /// <example>queryEcho</example>
    public string? Type { get; init; }

    /// <summary>queryEcho: the parameter.</summary>
    /// <example>hub.challenge</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>bodyEcho: the path of the field, from the body's root.</summary>
    /// <example>null</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>headerEcho: the header.</summary>
    /// <example>null</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Header { get; init; }

    /// <summary>braintree: the public key of the API key whose private key is the secret. Without it, what Braintree asks can't be answered yet.</summary>
    /// <example>null</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PublicKey { get; init; }

    /// <summary>text (default) or json.</summary>
    /// <example>text</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? As { get; init; }

    /// <summary>json: the field that holds the value in the answer. headerEcho without it sends the header itself back.</summary>
    /// <example>null</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResponseField { get; init; }

    /// <summary>What must be there too, by parameter (queryEcho) or path (bodyEcho); otherwise it is no handshake.</summary>
    /// <example>{"hub.verify_token": "a token that you chose"}</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Requires { get; init; }
}
