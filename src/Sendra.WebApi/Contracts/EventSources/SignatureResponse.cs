using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>A source's signature check without its secrets.</summary>
/// <param name="Scheme">How the sender signs.</param>
/// <param name="SecretCount">How many secrets it has.</param>
public sealed record SignatureResponse(string Scheme, int SecretCount)
{
    /// <summary>hmacSha256 only: the header that carries the signature.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Header { get; init; }

    /// <summary>hmacSha256 only: hex or base64.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Encoding { get; init; }

    /// <summary>hmacSha256 only: the text before the signature.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prefix { get; init; }
}
