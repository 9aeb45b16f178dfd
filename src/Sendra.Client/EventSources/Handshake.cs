namespace Sendra.Client.EventSources;

/// <summary>What the sender asks before it sends, and how it is answered. Presets bring theirs.</summary>
public sealed record Handshake
{
    /// <summary>
    /// queryEcho sends a parameter of the URL back (Meta, Dropbox, Strava, Microsoft Graph), bodyEcho a field of the body (Slack, Event
    /// Grid, Twitch), headerEcho a header (Okta, Asana). zoom, crc and braintree answer with an HMAC by the first secret. cloudEvents answers OPTIONS.
    /// sns shows the link that confirms an Amazon SNS subscription as the delivery's reason.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>queryEcho: the parameter.</summary>
    public string? Parameter { get; init; }

    /// <summary>bodyEcho: the path of the field, from the body's root.</summary>
    public string? Field { get; init; }

    /// <summary>headerEcho: the header.</summary>
    public string? Header { get; init; }

    /// <summary>braintree: the public key of the API key whose private key is the secret.</summary>
    public string? PublicKey { get; init; }

    /// <summary>text (default) or json.</summary>
    public string? As { get; init; }

    /// <summary>json: the field that holds the value in the answer. headerEcho without it sends the header itself back.</summary>
    public string? ResponseField { get; init; }

    /// <summary>What must be there too, by parameter (queryEcho) or path (bodyEcho); otherwise it is no handshake.</summary>
    public IReadOnlyDictionary<string, string>? Requires { get; init; }
}
