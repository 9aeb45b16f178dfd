using System.Security.Cryptography;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>How signatures are made and checked.</summary>
public abstract class SignatureAlgorithm
{
    private static readonly Dictionary<string, SignatureAlgorithm> Known = new SignatureAlgorithm[]
    {
        new HmacAlgorithm("hmacSha1", HashAlgorithmName.SHA1),
        new HmacAlgorithm("hmacSha256", HashAlgorithmName.SHA256),
        new HmacAlgorithm("hmacSha512", HashAlgorithmName.SHA512),
        new Ed25519Algorithm(),
        new EcdsaP256Algorithm(),
    }.ToDictionary(algorithm => algorithm.Name);

    private protected SignatureAlgorithm(string name, bool hasPublicKeys) => (Name, HasPublicKeys) = (name, hasPublicKeys);

    /// <summary>Every algorithm's name.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    public string Name { get; }

    /// <summary>Whether its keys are public; otherwise they are shared secrets.</summary>
    public bool HasPublicKeys { get; }

    internal static SignatureAlgorithm? Find(string? name) => name is not null && Known.TryGetValue(name, out var algorithm) ? algorithm : null;

    /// <summary>The bytes of a key, or null when it has not the form of one.</summary>
    internal abstract byte[]? Key(string text);

    /// <summary>Whether one of the signatures was made with this key; the time it takes does not tell where they differ.</summary>
    internal abstract bool IsSignedWith(byte[] key, SignatureClaim claim);
}
