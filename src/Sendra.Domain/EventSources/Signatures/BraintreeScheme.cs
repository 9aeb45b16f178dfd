using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>
/// Braintree signs a field of its form, <c>bt_payload</c>, in another, <c>bt_signature</c>: <c>public key|HMAC</c>, several parted by <c>&amp;</c>. The
/// key of the HMAC is the hash of the private key.
/// </summary>
internal sealed class BraintreeScheme() : SigningScheme(new("braintree"), header: null, SignatureAlgorithm.Find("hmacSha1")!, Tolerance)
{
    private static readonly PayloadPath Signature = PayloadPath.Parse("bt_signature");
    private static readonly PayloadPath Signed = PayloadPath.Parse("bt_payload");

    internal override SignatureClaim? Read(SignedRequest request, out SignatureCheck? refusal)
    {
        if (request.Text(Signature) is not { Length: <= MaxHeaderLength } text || request.Text(Signed) is not { } payload)
        {
            refusal = SignatureCheck.Refused(SignatureCode.Missing, "The body isn't a form with bt_signature and bt_payload. Check that the sender is Braintree, or turn off the check for this source.");
            return null;
        }

        var found = text.Split('&').Select(pair => pair.Split('|')).Where(pair => pair.Length == 2).Select(pair => SignatureText.FromHex(pair[1].Trim())).OfType<byte[]>().ToList();
        refusal = found.Count == 0 ? SignatureCheck.Refused(SignatureCode.Malformed, "bt_signature doesn't have the expected form (a key, a bar, hex digits).") : null;
        return found.Count == 0 ? null : new SignatureClaim(found, [Encoding.UTF8.GetBytes(payload)]);
    }

    private protected override byte[]? Key(string text) => text.Length == 0 ? null : CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(text));
}
