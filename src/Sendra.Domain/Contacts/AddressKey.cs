using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.Contacts;

/// <summary>A workspace's own secret for hashes of addresses and external ids: equal addresses can be found, and no list of addresses tells which they are.</summary>
public sealed class AddressKey
{
    /// <summary>The length of the secret, in bytes.</summary>
    public const int Length = 32;

    /// <summary>The length of the signature of a link, in bytes.</summary>
    public const int LinkSignatureLength = 16;

    private readonly byte[] _secret;
    private readonly byte[] _linkSecret;

    /// <param name="secret"><see cref="Length"/> random bytes.</param>
    public AddressKey(byte[] secret)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, Length, nameof(secret));
        _secret = secret;
        _linkSecret = HKDF.Expand(HashAlgorithmName.SHA256, secret, Length, "unsubscribe links"u8.ToArray());
    }

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(Length);

    /// <summary>The first half of an HMAC-SHA256 of the normalized address, so that it is stored and indexed like an id.</summary>
    public AddressHash HashOf(string email)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(email), hash);
        return new AddressHash(new Guid(hash[..16], bigEndian: true));
    }

    /// <summary>The same of an external id. No address begins like this, so an id never has the hash of somebody's address.</summary>
    public AddressHash HashOfId(string externalId) => HashOf("\n" + externalId);

    /// <summary>Signs what an unsubscribe link says, with a secret of its own made from this one: no hash of an address is a signature.</summary>
    public byte[] SignLink(ReadOnlySpan<byte> content) => HMACSHA256.HashData(_linkSecret, content)[..LinkSignatureLength];
}
