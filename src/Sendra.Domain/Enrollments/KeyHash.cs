using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.Enrollments;

/// <summary>The key by which a contact entered an automation once, as its SHA-256.</summary>
public readonly record struct KeyHash(UInt128 High, UInt128 Low)
{
    /// <summary>How many bytes it has.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <param name="key">Any text, as long as it may be.</param>
    public static KeyHash Of(string key) => Read(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static KeyHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), Low);
        return bytes;
    }
}
