using System.Text;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>Turns the bytes of a body into UTF-8, whatever Unicode or declared single-byte encoding they are in.</summary>
internal static class BodyText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The body as UTF-8 without byte-order mark, or null when it is no text. JSON and forms begin with an ASCII character, so the
    /// zero bytes around it tell UTF-16 and UTF-32 apart even without a mark (RFC 4627, section 3); the declared charset counts only
    /// when the bytes are no Unicode, because senders often declare one that they do not use.
    /// </summary>
    internal static byte[]? ToUtf8(ReadOnlySpan<byte> body, string? charset)
    {
        var (unicode, mark) = Detect(body);
        body = body[mark..];
        if (unicode is not null)
        {
            return Convert(body, unicode);
        }

        if (System.Text.Unicode.Utf8.IsValid(body))
        {
            return body.ToArray();
        }

        return Declared(charset) is { } declared ? Convert(body, declared) : null;
    }

    /// <summary>The text of a form's decoded bytes, which may be in another encoding than the form itself; null when they are no text.</summary>
    internal static string? Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        try
        {
            return Declared(charset)?.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>What text should have been, for a sentence that says that it was not.</summary>
    internal static string Describe(string? charset) => charset is null ? "UTF-8"
        : Declared(charset) is null ? $"UTF-8, and its charset {Excerpt.Clean(charset)} is unknown"
        : $"UTF-8 or {Excerpt.Clean(charset)}";

    private static (Encoding? Unicode, int Mark) Detect(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (null, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Utf32(bigEndian: false), 4),
        [0, 0, 0xFE, 0xFF, ..] => (Utf32(bigEndian: true), 4),
        [0xFF, 0xFE, ..] => (Utf16(bigEndian: false), 2),
        [0xFE, 0xFF, ..] => (Utf16(bigEndian: true), 2),
        [0, 0, 0, not 0, ..] => (Utf32(bigEndian: true), 0),
        [not 0, 0, 0, 0, ..] => (Utf32(bigEndian: false), 0),
        [0, not 0, ..] => (Utf16(bigEndian: true), 0),
        [not 0, 0, ..] => (Utf16(bigEndian: false), 0),
        _ => (null, 0),
    };

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    private static UTF32Encoding Utf32(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidCharacters: true);

    private static byte[]? Convert(ReadOnlySpan<byte> body, Encoding encoding)
    {
        try
        {
            return StrictUtf8.GetBytes(encoding.GetString(body));
        }
        catch (ArgumentException)
        {
            // Both the decoder's and the encoder's fallback exceptions: the bytes are no text in this encoding.
            return null;
        }
    }

    private static Encoding? Declared(string? charset)
    {
        if (charset is null)
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
