using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.EventSources;

/// <summary>A source's signature check (S7).</summary>
public sealed class SourceSignature
{
    /// <summary>Sets up a check.</summary>
    /// <param name="scheme">How the sender signs.</param>
    /// <param name="protectedSecrets">1 to <see cref="SignatureScheme.MaxSecrets"/> secrets, encrypted; the domain never sees them plain at rest.</param>
    public SourceSignature(SignatureScheme scheme, IReadOnlyList<string> protectedSecrets)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(protectedSecrets);
        ArgumentOutOfRangeException.ThrowIfZero(protectedSecrets.Count, nameof(protectedSecrets));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(protectedSecrets.Count, SignatureScheme.MaxSecrets, nameof(protectedSecrets));
        Scheme = scheme;
        ProtectedSecrets = [.. protectedSecrets];
    }

    /// <summary>How the sender signs.</summary>
    public SignatureScheme Scheme { get; }

    /// <summary>The secrets, encrypted.</summary>
    public IReadOnlyList<string> ProtectedSecrets { get; }
}
