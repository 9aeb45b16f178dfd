using Sendra.Domain.EventSources.Signatures;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>How the sender proves that its deliveries are its own.</summary>
public sealed record SignatureRequest
{
    /// <summary>
    /// standardWebhooks, stripe, paddle, github, shopify, lemonSqueezy, paypal (the secret is the webhook's ID), braintree; hmacSha256 for any other HMAC-SHA256 over the body; general for any
    /// other signature, in a header or in the body; basic for HTTP basic authentication; token for a secret in a header; sns for the messages of
    /// Amazon SNS, which are checked by Amazon's certificate.
    /// </summary>
    /// <example>stripe</example>
    public string? Scheme { get; init; }

    /// <summary>hmacSha256, general and token: the header that carries the signature or the token.</summary>
    /// <example>null</example>
    public string? Header { get; init; }

    /// <summary>hmacSha256 and general: hex (default) or base64.</summary>
    /// <example>null</example>
    public string? Encoding { get; init; }

    /// <summary>hmacSha256, general and token: the text before the signature or the token, such as sha256= or Bearer with a space.</summary>
    /// <example>null</example>
    public string? Prefix { get; init; }

    /// <summary>general: the key of the signature, where the header has several key=value parts: v1 in t=1700000000,v1=5257a8…</summary>
    /// <example>null</example>
    public string? Part { get; init; }

    /// <summary>general: the path of the signature in the body, instead of a header.</summary>
    /// <example>null</example>
    public string? Field { get; init; }

    /// <summary>general: hmacSha1, hmacSha256, hmacSha512, ed25519 or ecdsaP256.</summary>
    /// <example>null</example>
    public string? Algorithm { get; init; }

    /// <summary>
    /// general: what is signed, with {body}, {form} (names and values of a form, sorted) or {field:path} for what is signed of the body,
    /// {timestamp} if the time is signed, and {url}, {method} and {header:Name} for what else is. {url} is the source's public URL, so the
    /// server must know its own address (PublicUrl). Default: {body}.
    /// </summary>
    /// <example>null</example>
    public string? Signed { get; init; }

    /// <summary>general: where the signed time is, in seconds or milliseconds since 1970.</summary>
    public SignatureTimestamp? Timestamp { get; init; }

    /// <summary>general: how many seconds the signed time may lie from now, 1 to 86,400. Default: 300.</summary>
    /// <example>null</example>
    public int? Tolerance { get; init; }

    /// <summary>basic: the user.</summary>
    /// <example>null</example>
    public string? User { get; init; }

    /// <summary>sns: the ARN of the topic whose messages are taken. Without it, messages of any topic are.</summary>
    /// <example>null</example>
    public string? Topic { get; init; }

    /// <summary>general with ed25519 or ecdsaP256: up to 10 public keys of the sender, raw (hex or base64), SPKI or PEM.</summary>
    /// <example>null</example>
    public IReadOnlyList<string>? PublicKeys { get; init; }

    /// <summary>
    /// Up to 10 secrets as the sender shows them. A signature with any of them is accepted. They are never shown again. If omitted when you
    /// edit, they don't change. Until there is one, deliveries are kept as skipped (secretMissing) and are checked when you replay them.
    /// </summary>
    /// <example>["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]</example>
    public IReadOnlyList<string?>? Secrets { get; init; }
}
