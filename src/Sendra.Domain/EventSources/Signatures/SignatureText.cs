namespace Sendra.Domain.EventSources.Signatures;

/// <summary>Decodes signatures and secrets; what can't be decoded, or is nothing, is null.</summary>
internal static class SignatureText
{
    internal static byte[]? FromHex(string text)
    {
        var isHex = text.Length > 0 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
        return isHex ? Convert.FromHexString(text) : null;
    }

    internal static byte[]? FromBase64(string text)
    {
        // Padding is often lost when a secret is copied.
        var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return text.Length > 0 && Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
