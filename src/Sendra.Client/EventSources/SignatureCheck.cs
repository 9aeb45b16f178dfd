namespace Sendra.Client.EventSources;

/// <summary>A source's signature check without its secrets. What the scheme doesn't have is omitted.</summary>
public sealed record SignatureCheck
{
    /// <summary>How the sender signs.</summary>
    public string Scheme { get; init; } = "";

    /// <summary>How many secrets it has.</summary>
    public int SecretCount { get; init; }

    /// <summary>The header that carries the signature or the token.</summary>
    public string? Header { get; init; }

    /// <summary>hex or base64.</summary>
    public string? Encoding { get; init; }

    /// <summary>The text before the signature or the token.</summary>
    public string? Prefix { get; init; }

    /// <summary>The key of the signature among the parts of the header.</summary>
    public string? Part { get; init; }

    /// <summary>The path of the signature in the body.</summary>
    public string? Field { get; init; }

    /// <summary>How the sender signs.</summary>
    public string? Algorithm { get; init; }

    /// <summary>What is signed.</summary>
    public string? Signed { get; init; }

    /// <summary>Where a sender says when it signed: one of the three.</summary>
    public SignatureTimestamp? Timestamp { get; init; }

    /// <summary>How many seconds the signed time may lie from now.</summary>
    public int? Tolerance { get; init; }

    /// <summary>The user of HTTP basic authentication.</summary>
    public string? User { get; init; }

    /// <summary>The ARN of the topic whose messages are taken.</summary>
    public string? Topic { get; init; }

    /// <summary>The sender's public keys.</summary>
    public IReadOnlyList<string>? PublicKeys { get; init; }
}
