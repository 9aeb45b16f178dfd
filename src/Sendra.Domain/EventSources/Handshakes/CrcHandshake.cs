using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>X, once Twitter, sends a token in the URL, and wants its HMAC by the secret back.</summary>
internal sealed class CrcHandshake(HandshakeOptions options) : Handshake(options)
{
    public override HandshakeAnswer? Answer(HandshakeRequest request, IReadOnlyList<string> secrets) =>
        !request.Query.TryGetValue("crc_token", out var token) ? null
        : secrets.Count == 0 ? HandshakeAnswer.WithoutSecret
        : HandshakeAnswer.Json(("response_token", "sha256=" + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secrets[0]), Encoding.UTF8.GetBytes(token)))));
}
