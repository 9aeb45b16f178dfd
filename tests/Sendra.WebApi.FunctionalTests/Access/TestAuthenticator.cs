using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>A device that makes one passkey and uses it, as a browser would let it.</summary>
internal sealed class TestAuthenticator : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _credentialId = RandomNumberGenerator.GetBytes(32);
    private readonly string _host;
    private readonly string _origin;
    private string _userHandle = "";
    private uint _count;

    public TestAuthenticator(Uri site) => (_host, _origin) = (site.Host, site.GetLeftPart(UriPartial.Authority));

    /// <summary>False for a device that doesn't ask for a fingerprint or PIN.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>Where the page says that it is, when a page of another site asks.</summary>
    public string? PageOrigin { get; set; }

    /// <summary>Makes the passkey.</summary>
    public string Make(string options)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        _userHandle = asked.GetProperty("user").GetProperty("id").GetString()!;
        var client = ClientData("webauthn.create", asked);
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] publicKey = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(HasCredential), .. new byte[16], 0, (byte)_credentialId.Length, .. _credentialId, .. publicKey];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data,
        ];
        return Credential(new { clientDataJSON = Text(client), attestationObject = Text(attestation), transports = (string[])["internal"] });
    }

    /// <summary>Uses the passkey.</summary>
    public string Use(string options)
    {
        var client = ClientData("webauthn.get", JsonDocument.Parse(options).RootElement);
        var data = Data(0);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Text(client), authenticatorData = Text(data), signature = Text(signature), userHandle = _userHandle });
    }

    public void Dispose() => _key.Dispose();

    private byte[] ClientData(string type, JsonElement asked) => Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(new { type, challenge = asked.GetProperty("challenge").GetString(), origin = PageOrigin ?? _origin, crossOrigin = false }));

    private byte[] Data(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(_host)), (byte)(UserPresent | (Verifies ? UserVerified : 0) | flags), .. count];
    }

    private string Credential(object response) => JsonSerializer.Serialize(
        new { id = Text(_credentialId), rawId = Text(_credentialId), type = "public-key", response, clientExtensionResults = new { } });

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
