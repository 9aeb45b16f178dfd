namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>How the sender signs its deliveries.</summary>
public sealed record SignatureRequest
{
    /// <summary>standardWebhooks, stripe, paddle, github, shopify, lemonSqueezy, or hmacSha256 for any other HMAC-SHA256 over the body.</summary>
    /// <example>stripe</example>
    public string? Scheme { get; init; }

    /// <summary>hmacSha256 only: the header that carries the signature.</summary>
    /// <example>null</example>
    public string? Header { get; init; }

    /// <summary>hmacSha256 only: hex (default) or base64.</summary>
    /// <example>null</example>
    public string? Encoding { get; init; }

    /// <summary>hmacSha256 only: the text before the signature, such as sha256=.</summary>
    /// <example>null</example>
    public string? Prefix { get; init; }

    /// <summary>1 to 10 secrets as the sender shows them. A signature with any of them is accepted. They are never shown again. If omitted when you edit, they don't change.</summary>
    /// <example>["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]</example>
    public IReadOnlyList<string?>? Secrets { get; init; }
}
