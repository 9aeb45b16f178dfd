using System.Text.Json.Serialization;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>A source's signature check without its secrets. What the scheme doesn't have is omitted.</summary>
/// <param name="Scheme">How the sender signs.</param>
/// <param name="SecretCount">How many secrets it has.</param>
public sealed record SignatureResponse(string Scheme, int SecretCount)
{
    /// <summary>The header that carries the signature or the token.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Header { get; init; }

    /// <summary>hex or base64.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Encoding { get; init; }

    /// <summary>The text before the signature or the token.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prefix { get; init; }

    /// <summary>The key of the signature among the parts of the header.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Part { get; init; }

    /// <summary>The path of the signature in the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>How the sender signs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Algorithm { get; init; }

    /// <summary>What is signed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Signed { get; init; }

    /// <summary>Where the signed time is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SignatureTimestamp? Timestamp { get; init; }

    /// <summary>How many seconds the signed time may lie from now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Tolerance { get; init; }

    /// <summary>The user of HTTP basic authentication.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? User { get; init; }

    /// <summary>The ARN of the topic whose messages are taken.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Topic { get; init; }

    /// <summary>The sender's public keys.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? PublicKeys { get; init; }
}
