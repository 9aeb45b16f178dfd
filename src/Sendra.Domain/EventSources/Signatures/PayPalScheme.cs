using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>
/// PayPal signs its id, its time, the webhook's id and the body's checksum with a certificate that it serves from its own hosts. The webhook's id
/// is what only PayPal and the source know to belong together, so it is the secret here. PayPal tries for days with the time of the first try,
/// so that no time is too old; the delivery's id tells repeats apart.
/// </summary>
internal sealed class PayPalScheme() : SignatureScheme(new("paypal"), "PayPal-Transmission-Sig")
{
    private const string Id = "PayPal-Transmission-Id";
    private const string Time = "PayPal-Transmission-Time";
    private const string Certificate = "PayPal-Cert-Url";
    private const string CertificatePath = "/v1/notifications/certs/";

    private static readonly Dictionary<string, string> NamesByHost = new(StringComparer.OrdinalIgnoreCase)
    {
        ["api.paypal.com"] = "messageverificationcerts.paypal.com",
        ["api-m.paypal.com"] = "messageverificationcerts.paypal.com",
        ["api.sandbox.paypal.com"] = "messageverificationcerts.sandbox.paypal.com",
        ["api-m.sandbox.paypal.com"] = "messageverificationcerts.sandbox.paypal.com",
    };

    public override CertificateAddress? CertificateOf(SignedRequest request) =>
        request.Headers[Certificate] is { Length: <= 300 } text
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { IsDefaultPort: true, UserInfo: "", Query: "", Fragment: "" }
        && url.Scheme == Uri.UriSchemeHttps
        && NamesByHost.TryGetValue(url.Host, out var name)
        && url.AbsolutePath.StartsWith(CertificatePath, StringComparison.Ordinal)
            ? new CertificateAddress(url, [name])
            : null;

    private protected override byte[]? Key(string text) => Encoding.UTF8.GetBytes(text);

    private protected override SignatureCheck Verify(SignedRequest request, IEnumerable<byte[]> keys, DateTimeOffset now)
    {
        var headers = request.Headers;
        if (Header(headers, SignatureHeader!, out var refusal) is not { } text
            || Header(headers, Id, out refusal) is not { } id
            || Header(headers, Time, out refusal) is not { } time
            || Header(headers, Certificate, out refusal) is null)
        {
            return refusal!;
        }

        if (CertificateOf(request) is not { } address)
        {
            return SignatureCheck.Refused(SignatureCode.Malformed, $"{Certificate} doesn't lead to a certificate of PayPal. Somebody else may have sent this.");
        }

        if (SignatureText.FromBase64(text) is not { } signature)
        {
            return Malformed(SignatureHeader!, "base64");
        }

        var checksum = Crc32.Of(request.Body).ToString(CultureInfo.InvariantCulture);
        var isSigned = request.Certificate is { PublicKey: not null } certificate && certificate.Url == address.Url && keys.Any(webhookId =>
            certificate.Signed([.. Encoding.UTF8.GetBytes($"{id}|{time}|"), .. webhookId, .. Encoding.UTF8.GetBytes($"|{checksum}")], signature, HashAlgorithmName.SHA256));
        return isSigned
            ? SignatureCheck.Valid
            : SignatureCheck.Refused(
                SignatureCode.Mismatch, "PayPal didn't sign this for this webhook, or it was changed on the way. Compare the source's secret with the webhook's id at PayPal.");
    }
}
