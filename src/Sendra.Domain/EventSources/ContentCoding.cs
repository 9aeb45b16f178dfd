using System.IO.Compression;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>Decompresses a body as its Content-Encoding says (S15), and never into more than a body may have.</summary>
public static class ContentCoding
{
    private const int MaxCodings = 3;

    /// <summary>The reason when a body is larger than <see cref="Payload.MaxBytes"/>, before or after it is decompressed; otherwise null.</summary>
    /// <param name="body">The body; null when it was too large to be read.</param>
    public static SkipReason? TooLarge(byte[]? body, string? contentEncoding)
    {
        if (body is null)
        {
            return SkipReason.TooLarge("The body");
        }

        if (contentEncoding is null)
        {
            return null;
        }

        Decode(body, contentEncoding, out var reason);
        return reason is { Code: SkipCode.BodyTooLarge } ? reason : null;
    }

    /// <summary>The body decompressed, or null when it can't be.</summary>
    public static byte[]? TryDecode(byte[] body, string? contentEncoding) => Decode(body, contentEncoding, out _);

    /// <summary>The body decompressed, or null with the reason.</summary>
    internal static byte[]? Decode(byte[] body, string? contentEncoding, out SkipReason? reason)
    {
        reason = null;
        string[] codings = [.. (contentEncoding ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(coding => !Is(coding, "identity"))];
        if (codings.Length > MaxCodings || codings.Any(coding => Opener(coding) is null))
        {
            reason = new SkipReason(
                SkipCode.ContentEncodingUnknown,
                $"The body is encoded as {Excerpt.Clean(contentEncoding!)} (its Content-Encoding), which Sendra doesn't read. Have the sender post it uncompressed, or as gzip, deflate or br.");
            return null;
        }

        // What was done last is undone first.
        foreach (var coding in codings.Reverse())
        {
            if ((Inflate(body, Opener(coding)!, out reason) ?? (Is(coding, "deflate") && reason?.Code == SkipCode.ContentEncodingInvalid ? Inflate(body, Bare, out reason) : null)) is not { } inflated)
            {
                return null;
            }

            body = inflated;
        }

        return body;
    }

    private static bool Is(string coding, string name) => coding.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static Func<Stream, Stream>? Opener(string coding) => coding.ToUpperInvariant() switch
    {
        "GZIP" or "X-GZIP" => compressed => new GZipStream(compressed, CompressionMode.Decompress),
        "DEFLATE" => compressed => new ZLibStream(compressed, CompressionMode.Decompress),
        "BR" => compressed => new BrotliStream(compressed, CompressionMode.Decompress),
        _ => null,
    };

    // What many senders mean by deflate: without the frame that the name stands for.
    private static DeflateStream Bare(Stream compressed) => new(compressed, CompressionMode.Decompress);

    private static byte[]? Inflate(byte[] body, Func<Stream, Stream> open, out SkipReason? reason)
    {
        reason = null;
        using var inflating = open(new MemoryStream(body));
        using var inflated = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = inflating.Read(buffer)) > 0;)
            {
                if (inflated.Length + read > Payload.MaxBytes)
                {
                    reason = SkipReason.TooLarge("Decompressed, the body");
                    return null;
                }

                inflated.Write(buffer, 0, read);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            reason = new SkipReason(SkipCode.ContentEncodingInvalid, "The body can't be decompressed as its Content-Encoding says. Have the sender post it uncompressed.");
            return null;
        }

        return inflated.ToArray();
    }
}
