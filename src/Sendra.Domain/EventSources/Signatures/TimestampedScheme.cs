using System.Globalization;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>
/// Stripe and Paddle: one header of key=value parts with a time and one or more hex signatures over time, joint and body.
/// While a secret is being changed, the sender signs with both and sends both.
/// </summary>
internal sealed class TimestampedScheme(
    SignatureOptions options,
    string header,
    char separator,
    string timeKey,
    string signatureKey,
    char joint) : SignatureScheme(options, header)
{
    internal override SignatureClaim? Read(RequestHeaders headers, out SignatureCheck? refusal)
    {
        if (Header(headers, SignatureHeader, out refusal) is not { } text)
        {
            return null;
        }

        var parts = text.Split(separator, StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToLookup(part => part[0], part => part[1]);
        var time = parts[timeKey].FirstOrDefault();
        var signatures = parts[signatureKey].Select(SignatureText.FromHex).OfType<byte[]>().ToList();
        if (signatures.Count == 0 || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            refusal = Malformed(SignatureHeader, $"{timeKey}=…{separator}{signatureKey}=…");
            return null;
        }

        return new SignatureClaim(signatures, $"{time}{joint}", seconds);
    }
}
