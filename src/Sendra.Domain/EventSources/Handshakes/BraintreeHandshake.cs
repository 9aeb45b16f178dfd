using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>Braintree sends a challenge in the URL, and wants the public key and the challenge's HMAC back. The key of the HMAC is the hash of the private key.</summary>
internal sealed partial class BraintreeHandshake(HandshakeOptions options) : Handshake(options)
{
    public override HandshakeAnswer? Answer(HandshakeRequest request, IReadOnlyList<string> secrets) =>
        !request.Query.TryGetValue("bt_challenge", out var challenge) || !Challenge().IsMatch(challenge) ? null
        : string.IsNullOrEmpty(Options.PublicKey) ? HandshakeAnswer.WithoutPublicKey
        : secrets.Count == 0 ? HandshakeAnswer.WithoutSecret
        : HandshakeAnswer.Text($"{Options.PublicKey}|{Convert.ToHexStringLower(HashOf(challenge, secrets[0]))}");

    private static byte[] HashOf(string challenge, string privateKey) => CryptographicOperations.HmacData(
        HashAlgorithmName.SHA1, CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(privateKey)), Encoding.UTF8.GetBytes(challenge));

    [GeneratedRegex(@"\A[0-9a-f]{20,32}\z")]
    private static partial Regex Challenge();
}
