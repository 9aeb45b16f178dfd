using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources;

/// <summary>A source's signature check, as a member wrote it (S7).</summary>
/// <param name="Scheme">How the sender signs.</param>
/// <param name="Header">The header that carries the signature, where the scheme leaves it open.</param>
/// <param name="Encoding">How the signature is written, where the scheme leaves it open.</param>
/// <param name="Prefix">The text before the signature, where the scheme leaves it open.</param>
/// <param name="Secrets">The shared secrets; null to leave them unchanged.</param>
public sealed record SignatureDetails(
    string? Scheme, string? Header = null, string? Encoding = null, string? Prefix = null, IReadOnlyList<string?>? Secrets = null)
{
    internal SignatureOptions Options => new(Scheme, Header, Encoding, Prefix);

    /// <summary>The preset's scheme, if none is given.</summary>
    internal SignatureDetails Or(SignatureOptions? preset) => Scheme is null && preset is not null
        ? new(preset.Scheme, Header ?? preset.Header, Encoding ?? preset.Encoding, Prefix ?? preset.Prefix, Secrets)
        : this;
}
