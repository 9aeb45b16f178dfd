using System.Security.Cryptography;
using System.Text;
using Sendra.Domain.Events;

namespace Sendra.Application.Ingestion;

/// <summary>Identifies a repeated request: a key that a caller chose (E8), or a delivery's id (S6).</summary>
public sealed record IdempotencyKey
{
    /// <summary>The maximum length of a caller's key, in characters.</summary>
    public const int MaxLength = 255;

    /// <summary>The maximum length of <see cref="Stored"/>, in characters.</summary>
    public const int MaxStoredLength = 350;

    /// <summary>How long a key is kept.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    private IdempotencyKey(string stored, byte[]? bodyHash, DateTimeOffset? since = null) => (Stored, BodyHash, Since) = (stored, bodyHash, since);

    /// <summary>The key as it is stored, per workspace: the prefix keeps callers' keys and the ids of each source apart.</summary>
    public string Stored { get; }

    /// <summary>
    /// A hash of the request, 32 bytes. The same key with another hash is refused. Null for a delivery, whose sender
    /// may write a repeat differently.
    /// </summary>
    public byte[]? BodyHash { get; }

    /// <summary>For a later portion of a call: when its first portion was answered. Older answers don't count.</summary>
    public DateTimeOffset? Since { get; }

    /// <summary>How long the first answer counts, at most <see cref="Retention"/>.</summary>
    public TimeSpan CountsFor { get; private init; } = Retention;

    /// <summary>The key of a later portion of this call. A repeated call finds each portion by where the previous one ended.</summary>
    /// <param name="from">The index of its first event.</param>
    /// <param name="since">See <see cref="Since"/>.</param>
    public IdempotencyKey OfPortion(int from, DateTimeOffset since) => new($"part:{from}:{Stored}", BodyHash, since);

    /// <summary>The key of a call of the API (E8).</summary>
    /// <param name="key">1 to <see cref="MaxLength"/> printable ASCII characters.</param>
    /// <param name="bodyHash">See <see cref="BodyHash"/>.</param>
    public static IdempotencyKey OfCall(string key, byte[] bodyHash) => new($"api:{key}", bodyHash);

    /// <summary>The key of a call by another product's client, which may use the same ones as a caller of the API.</summary>
    /// <param name="client">The product.</param>
    /// <param name="key">1 to <see cref="MaxLength"/> printable ASCII characters.</param>
    /// <param name="bodyHash">See <see cref="BodyHash"/>; null where the product takes the key's word alone.</param>
    /// <param name="countsFor">See <see cref="CountsFor"/>; null for the longest.</param>
    public static IdempotencyKey OfClient(EventClient client, string key, byte[]? bodyHash = null, TimeSpan? countsFor = null) =>
        new($"client:{(int)client}:{key}", bodyHash) { CountsFor = countsFor ?? Retention };

    /// <summary>The key of a CloudEvent, which its source and id name together.</summary>
    public static IdempotencyKey OfCloudEvent(string source, string id) =>
        new($"cloudevent:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Length}:{source}{id}")))}", null);

    /// <summary>The key of a delivery (S6).</summary>
    /// <param name="deliveryId">The sender's id; see <see cref="Domain.EventSources.SenderDeliveryId"/>.</param>
    public static IdempotencyKey OfDelivery(EventSourceId sourceId, string deliveryId) => new($"source:{sourceId.Value:N}:{deliveryId}", null);

    /// <summary>True if the text can be a caller's key.</summary>
    /// <param name="key">The value of the header.</param>
    public static bool IsLegal(string key) => key.Length is > 0 and <= MaxLength && key.All(character => character is >= ' ' and <= '~');
}
