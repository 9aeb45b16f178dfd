using System.IO.Compression;

namespace Sendra.Infrastructure.Calls;

/// <summary>Requests and answers as they are kept: compressed.</summary>
internal static class KeptText
{
    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var buffer = new MemoryStream();
        using (var compressed = new DeflateStream(buffer, CompressionLevel.Fastest))
        {
            compressed.Write(bytes);
        }

        return buffer.ToArray();
    }

    public static byte[] Expand(byte[] bytes)
    {
        using var expanded = new MemoryStream();
        using (var compressed = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress))
        {
            compressed.CopyTo(expanded);
        }

        return expanded.ToArray();
    }
}
