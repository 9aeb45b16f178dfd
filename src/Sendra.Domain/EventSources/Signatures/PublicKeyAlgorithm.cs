namespace Sendra.Domain.EventSources.Signatures;

/// <summary>A signature that everybody can check and only the sender can make.</summary>
internal abstract class PublicKeyAlgorithm(string name) : SignatureAlgorithm(name, hasPublicKeys: true)
{
    internal override byte[]? Key(string text)
    {
        var bare = text.Trim();
        if (bare.StartsWith("-----BEGIN PUBLIC KEY-----", StringComparison.Ordinal))
        {
            bare = bare.Replace("-----BEGIN PUBLIC KEY-----", "", StringComparison.Ordinal).Replace("-----END PUBLIC KEY-----", "", StringComparison.Ordinal);
        }

        bare = string.Concat(bare.Where(character => !char.IsWhiteSpace(character)));
        return (SignatureText.FromHex(bare) ?? SignatureText.FromBase64(bare)) is { } bytes ? Canonical(bytes) : null;
    }

    internal override bool IsSignedWith(byte[] key, SignatureClaim claim)
    {
        byte[] message = [.. claim.Signed.SelectMany(part => part)];
        return claim.Signatures.Any(signature => IsSignature(key, message, signature));
    }

    /// <summary>One form for a key that may be raw or in SPKI; null when it is none.</summary>
    private protected abstract byte[]? Canonical(byte[] bytes);

    private protected abstract bool IsSignature(byte[] key, byte[] message, byte[] signature);
}
