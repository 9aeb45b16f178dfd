using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.EventSources;

/// <summary>The sender's own id of a delivery, or of an item in it, by which a repeat is known (S6, S11).</summary>
public static class SenderDeliveryId
{
    /// <summary>Most characters of an id as it is stored.</summary>
    public const int MaxLength = 255;

    /// <summary>The header of Standard Webhooks, read when no path is chosen or the chosen one leads nowhere.</summary>
    public const string Header = "webhook-id";

    private const string HashPrefix = "sha256:";

    /// <summary>
    /// The id of a delivery, or null when it has none. The chosen path counts before the header, because someone chose it.
    /// </summary>
    /// <param name="path">The chosen path, or null.</param>
    /// <param name="payload">The body, or null when it could not be read.</param>
    public static string? Read(PayloadPath? path, Payload? payload, RequestHeaders headers) =>
        Storable(Chosen(path, payload, headers, _ => true)) ?? Storable(headers[Header]);

    /// <summary>The id of an item in a delivery: its own, or that of the delivery with its index.</summary>
    /// <param name="path">The chosen path, or null.</param>
    /// <param name="item">The item.</param>
    /// <param name="index">Its place in the delivery.</param>
    public static string? ReadItem(PayloadPath? path, Payload item, RequestHeaders headers, int index) =>
        Storable(Chosen(path, item, headers, place => !place.IsShared)) ?? (ReadShared(path, item, headers) is { } shared ? Storable($"{shared}:{index}") : null);

    /// <summary>What a delivery with items is called as a whole, or null.</summary>
    /// <param name="path">The chosen path, or null.</param>
    /// <param name="payload">The body or one of its items.</param>
    public static string? ReadShared(PayloadPath? path, Payload? payload, RequestHeaders headers) =>
        Storable(Chosen(path, payload, headers, place => place.IsShared)) ?? Storable(headers[Header]);

    /// <summary>What an item is known by when it has no id: its content.</summary>
    public static string OfContent(Payload item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return HashOf(item.Json.Text);
    }

    private static string? Chosen(PayloadPath? path, Payload? payload, RequestHeaders headers, Func<PayloadPlace, bool> counts) => path?.Places
        .Select(one => one.Place)
        .Where(place => counts(place) && (place.Header is not null || payload is not null))
        .Select(place => place.Header is { } header ? headers[header] : place.Read(payload!, headers).Scalar)
        .FirstOrDefault(id => !string.IsNullOrEmpty(id));

    // Any id must tell repeats apart on every database: what is too long or not plain ASCII is replaced by its hash.
    private static string? Storable(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return null;
        }

        var isPlain = id.Length <= MaxLength
            && !id.StartsWith(HashPrefix, StringComparison.Ordinal)
            && id.All(character => character is > ' ' and <= '~');
        return isPlain ? id : HashOf(id);
    }

    private static string HashOf(string text) => HashPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
