using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.EventSources;

/// <summary>A source's signature check (S7, S17).</summary>
public sealed class SourceSignature
{
    /// <summary>Sets up a check.</summary>
    /// <param name="scheme">How the sender signs.</param>
    /// <param name="protectedSecrets">Up to <see cref="SignatureScheme.MaxSecrets"/> secrets, encrypted; the domain never sees them plain at rest.</param>
    public SourceSignature(SignatureScheme scheme, IReadOnlyList<string> protectedSecrets)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(protectedSecrets);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(protectedSecrets.Count, SignatureScheme.MaxSecrets, nameof(protectedSecrets));
        Scheme = scheme;
        ProtectedSecrets = [.. protectedSecrets];
    }

    /// <summary>How the sender signs.</summary>
    public SignatureScheme Scheme { get; }

    /// <summary>The secrets, encrypted.</summary>
    public IReadOnlyList<string> ProtectedSecrets { get; }

    /// <summary>Whether there is a key to check with; many senders show theirs only once they know the URL (S17).</summary>
    public bool HasKeys => Scheme switch
    {
        { HasSecrets: true } => ProtectedSecrets.Count > 0,
        { HasPublicKeys: true } => Scheme.Options.PublicKeys is { Count: > 0 },
        _ => true,
    };
}
