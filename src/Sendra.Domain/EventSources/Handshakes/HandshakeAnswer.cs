using System.Text.Json;

namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>What a sender wants to hear before it sends.</summary>
/// <param name="ContentType">The type of the body.</param>
/// <param name="Body">The body.</param>
public sealed record HandshakeAnswer(string ContentType, string Body)
{
    /// <summary>Headers of the response.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What a person has to do for it, or null.</summary>
    public string? Note { get; init; }

    /// <summary>What the source does not have yet and the answer needs, or null.</summary>
    public SkipReason? Lacks { get; private init; }

    internal static HandshakeAnswer WithoutSecret { get; } = new("text/plain", "") { Lacks = SkipReason.SecretMissing };

    internal static HandshakeAnswer WithoutPublicKey { get; } = new("text/plain", "") { Lacks = SkipReason.PublicKeyMissing };

    internal static HandshakeAnswer Text(string value) => new("text/plain", value);

    internal static HandshakeAnswer Json(params (string Name, string Value)[] fields) =>
        new("application/json", JsonSerializer.Serialize(fields.ToDictionary(field => field.Name, field => field.Value)));
}
