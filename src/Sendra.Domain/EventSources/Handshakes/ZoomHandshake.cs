using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>Zoom sends a token, and wants it back with its HMAC by the secret.</summary>
internal sealed class ZoomHandshake(HandshakeOptions options) : Handshake(options)
{
    private static readonly PayloadPath Event = PayloadPath.Parse("event");
    private static readonly PayloadPath Token = PayloadPath.Parse("payload.plainToken");

    public override HandshakeAnswer? Answer(HandshakeRequest request, IReadOnlyList<string> secrets)
    {
        if (request.Payload is not { } payload
            || Event.Read(payload, request.Headers).Text != "endpoint.url_validation"
            || Token.Read(payload, request.Headers).Text is not { } token)
        {
            return null;
        }

        return secrets.Count == 0
            ? HandshakeAnswer.WithoutSecret
            : HandshakeAnswer.Json(
                ("plainToken", token),
                ("encryptedToken", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secrets[0]), Encoding.UTF8.GetBytes(token)))));
    }
}
