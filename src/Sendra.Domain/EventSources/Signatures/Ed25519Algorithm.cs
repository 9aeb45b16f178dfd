using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>Ed25519 (RFC 8032), which .NET itself does not have.</summary>
internal sealed class Ed25519Algorithm() : PublicKeyAlgorithm("ed25519")
{
    // What RFC 8410 puts before the 32 bytes of the key.
    private static ReadOnlySpan<byte> SpkiPrefix => [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00];

    private protected override byte[]? Canonical(byte[] bytes)
    {
        var raw = bytes.AsSpan().StartsWith(SpkiPrefix) ? bytes[SpkiPrefix.Length..] : bytes;
        return raw.Length == Ed25519.PublicKeySize && Ed25519.ValidatePublicKeyFull(raw, 0) ? raw : null;
    }

    private protected override bool IsSignature(byte[] key, byte[] message, byte[] signature) =>
        signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, 0, key, 0, message, 0, message.Length);
}
