using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Sendra.Domain.Contacts;

namespace Sendra.Domain.Messages;

/// <summary>
/// What an unsubscribe link says: who is meant, by contact and by the hash of the address, which outlives the contact. Nobody can make one
/// without the workspace's key, and nobody can read the address in it.
/// </summary>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="ContactId">The contact the message went to; it may be erased by now.</param>
/// <param name="AddressHash">See <see cref="AddressKey"/>.</param>
/// <param name="MessageId">The message that has the link, or null.</param>
public sealed record UnsubscribeToken(WorkspaceId WorkspaceId, ContactId ContactId, AddressHash AddressHash, MessageId? MessageId = null)
{
    /// <summary>The length of the longest one, in characters.</summary>
    public const int MaxLength = 108;

    // Should tokens ever have another shape, the old ones must still be read.
    private const byte Version = 1;
    private const int IdLength = 16;
    private const int ShortLength = 1 + (3 * IdLength);
    private const int LongLength = ShortLength + IdLength;

    private byte[] _content = [];
    private byte[] _signature = [];

    /// <summary>The token as it stands in links.</summary>
    /// <param name="key">The workspace's key.</param>
    public string Write(AddressKey key)
    {
        var content = new byte[MessageId is null ? ShortLength : LongLength];
        content[0] = Version;
        WriteId(content, 0, WorkspaceId.Value);
        WriteId(content, 1, ContactId.Value);
        WriteId(content, 2, AddressHash.Value);
        if (MessageId is { } messageId)
        {
            WriteId(content, 3, messageId.Value);
        }

        return Base64Url.EncodeToString([.. content, .. key.SignLink(content)]);
    }

    /// <summary>Reads a token, which may be forged: only <see cref="IsSignedBy"/> tells.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out UnsubscribeToken? token)
    {
        token = null;
        var bytes = new byte[LongLength + AddressKey.LinkSignatureLength];
        if (text is not { Length: <= MaxLength }
            || Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done
            || length - AddressKey.LinkSignatureLength is not (ShortLength or LongLength)
            || bytes[0] != Version)
        {
            return false;
        }

        var content = bytes[..(length - AddressKey.LinkSignatureLength)];
        token = new UnsubscribeToken(
            new(ReadId(content, 0)), new(ReadId(content, 1)), new(ReadId(content, 2)), content.Length == LongLength ? new(ReadId(content, 3)) : null)
        {
            _content = content,
            _signature = bytes[content.Length..length],
        };
        return true;
    }

    /// <summary>True when the token that was read was made with this key.</summary>
    public bool IsSignedBy(AddressKey key) => CryptographicOperations.FixedTimeEquals(_signature, key.SignLink(_content));

    private static void WriteId(byte[] content, int place, Guid id) => id.TryWriteBytes(content.AsSpan(1 + (place * IdLength)), bigEndian: true, out _);

    private static Guid ReadId(byte[] content, int place) => new(content.AsSpan(1 + (place * IdLength), IdLength), bigEndian: true);
}
