using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>A source's signature check without its secrets.</summary>
/// <param name="Scheme">How the sender signs.</param>
/// <param name="SecretCount">How many secrets it knows.</param>
public sealed record SignatureResponse(string Scheme, int SecretCount)
{
    /// <summary>hmacSha256 only: the header that carries the signature.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Header { get; init; }

    /// <summary>hmacSha256 only: hex or base64.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Encoding { get; init; }

    /// <summary>hmacSha256 only: what stands before the signature.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prefix { get; init; }
}
