namespace Sendra.Domain.EventSources.Signatures;

/// <summary>A signature scheme as people, presets and the database write it; see <see cref="SignatureScheme.TryCreate"/>.</summary>
/// <param name="Scheme">The scheme's name, one of <see cref="SignatureScheme.Names"/>.</param>
/// <param name="Header">The header that carries the signature, or the token.</param>
/// <param name="Encoding">How the signature is written: <c>hex</c> (the default) or <c>base64</c>.</param>
/// <param name="Prefix">What stands before the signature, such as <c>sha256=</c>, or before the token.</param>
public sealed record SignatureOptions(string? Scheme, string? Header = null, string? Encoding = null, string? Prefix = null)
{
    /// <summary>For <c>general</c>: the key of the signature, where the header has several <c>key=value</c> parts.</summary>
    public string? Part { get; init; }

    /// <summary>For <c>general</c>: one of <see cref="SignatureAlgorithm.Names"/>.</summary>
    public string? Algorithm { get; init; }

    /// <summary>For <c>general</c>: the path of the signature in the body, where no header carries it.</summary>
    public string? Field { get; init; }

    /// <summary>For <c>general</c>: what is signed, such as <c>{timestamp}.{body}</c>; see <see cref="SignedTemplate"/>.</summary>
    public string? Signed { get; init; }

    /// <summary>For <c>general</c>: where the time is that is signed.</summary>
    public SignatureTimestamp? Timestamp { get; init; }

    /// <summary>For <c>general</c>: how many seconds the time may lie from now.</summary>
    public int? Tolerance { get; init; }

    /// <summary>For <c>basic</c>: the user.</summary>
    public string? User { get; init; }

    /// <summary>For <c>sns</c>: the ARN of the topic whose messages are taken, or null for any.</summary>
    public string? Topic { get; init; }

    /// <summary>For <c>general</c>: the sender's public keys, where the algorithm has such.</summary>
    public IReadOnlyList<string>? PublicKeys { get; init; }
}
