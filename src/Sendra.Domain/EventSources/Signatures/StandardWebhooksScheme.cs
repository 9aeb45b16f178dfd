using System.Globalization;
using System.Text;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>
/// Standard Webhooks: base64 of the HMAC over <c>id.time.body</c>, several signatures parted by spaces, secrets as
/// <c>whsec_</c> and base64. Svix, its origin, names the same headers svix-…; Clerk and others send those.
/// </summary>
internal sealed class StandardWebhooksScheme() : SigningScheme(new("standardWebhooks"), Signature, HmacAlgorithm.Sha256, Tolerance)
{
    private const string Signature = "webhook-signature";
    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";

    internal override SignatureClaim? Read(SignedRequest request, out SignatureCheck? refusal)
    {
        var headers = request.Headers;
        var family = headers[Signature] is null && headers["svix-signature"] is not null ? "svix" : "webhook";
        if (Header(headers, $"{family}-signature", out refusal) is not { } signatures
            || Header(headers, $"{family}-id", out refusal) is not { } id
            || Header(headers, $"{family}-timestamp", out refusal) is not { } time)
        {
            return null;
        }

        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            refusal = Malformed($"{family}-timestamp", "seconds since 1970");
            return null;
        }

        // Other versions, such as v1a for public keys, may stand beside v1.
        var found = signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.StartsWith(Version, StringComparison.Ordinal))
            .Select(part => SignatureText.FromBase64(part[Version.Length..].TrimEnd(',')))
            .OfType<byte[]>()
            .ToList();
        refusal = found.Count == 0 ? Malformed($"{family}-signature", "v1, and base64") : null;
        return found.Count == 0 ? null : new SignatureClaim(found, [Encoding.UTF8.GetBytes($"{id}.{time}."), request.Body], seconds);
    }

    private protected override byte[]? Key(string secret) =>
        SignatureText.FromBase64(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);
}
