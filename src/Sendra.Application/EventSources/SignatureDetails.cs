using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources;

/// <summary>A source's signature check, as a member wrote it (S7, S16).</summary>
/// <param name="Options">How the sender signs.</param>
/// <param name="Secrets">The shared secrets; null to leave them unchanged, which for a new source is none.</param>
public sealed record SignatureDetails(SignatureOptions Options, IReadOnlyList<string?>? Secrets = null)
{
    /// <summary>The preset's scheme, if none is given; the user and the public keys are the member's own.</summary>
    internal SignatureDetails Or(SignatureOptions? preset) => Options.Scheme is null && preset is not null
        ? this with { Options = preset with { User = Options.User ?? preset.User, PublicKeys = Options.PublicKeys ?? preset.PublicKeys } }
        : this;
}
