using System.Security.Cryptography;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>A certificate that a sender signs with, as it was found at its address.</summary>
/// <param name="Url">Its address.</param>
/// <param name="PublicKey">Its public key as SPKI; null when what stands there is no certificate of this sender.</param>
public sealed record SigningCertificate(Uri Url, byte[]? PublicKey)
{
    /// <summary>Whether a message was signed with it, by RSA.</summary>
    internal bool Signed(byte[] message, byte[] signature, HashAlgorithmName hash)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportSubjectPublicKeyInfo(PublicKey, out _);
            return rsa.VerifyData(message, signature, hash, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
