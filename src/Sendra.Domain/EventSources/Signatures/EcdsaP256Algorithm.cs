using System.Security.Cryptography;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>ECDSA over the curve P-256 with SHA-256; signatures in DER.</summary>
internal sealed class EcdsaP256Algorithm() : PublicKeyAlgorithm("ecdsaP256")
{
    private const int CoordinateLength = 32;
    private const int Uncompressed = 4;
    private const int KeyBits = 256;

    private protected override byte[]? Canonical(byte[] bytes)
    {
        try
        {
            using var key = Open(bytes switch
            {
                [Uncompressed, ..] when bytes.Length == 1 + (2 * CoordinateLength) => bytes[1..],
                _ => bytes,
            });
            return key.KeySize == KeyBits ? key.ExportSubjectPublicKeyInfo() : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private protected override bool IsSignature(byte[] key, byte[] message, byte[] signature)
    {
        using var opened = Open(key);
        try
        {
            return opened.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static ECDsa Open(byte[] bytes)
    {
        var key = ECDsa.Create();
        try
        {
            if (bytes.Length == 2 * CoordinateLength)
            {
                var point = new ECPoint { X = bytes[..CoordinateLength], Y = bytes[CoordinateLength..] };
                key.ImportParameters(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
            }
            else
            {
                key.ImportSubjectPublicKeyInfo(bytes, out _);
            }

            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
