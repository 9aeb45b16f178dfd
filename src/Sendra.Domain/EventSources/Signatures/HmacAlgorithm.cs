using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>A hash that needs the shared secret.</summary>
internal sealed class HmacAlgorithm(string name, HashAlgorithmName hash) : SignatureAlgorithm(name, hasPublicKeys: false)
{
    internal static readonly HmacAlgorithm Sha256 = new("hmacSha256", HashAlgorithmName.SHA256);

    internal override byte[]? Key(string text) => text.Length == 0 ? null : Encoding.UTF8.GetBytes(text);

    internal override bool IsSignedWith(byte[] key, SignatureClaim claim)
    {
        using var hmac = IncrementalHash.CreateHMAC(hash, key);
        foreach (var part in claim.Signed)
        {
            hmac.AppendData(part);
        }

        var expected = hmac.GetHashAndReset();

        var matches = false;
        foreach (var signature in claim.Signatures)
        {
            matches |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return matches;
    }
}
