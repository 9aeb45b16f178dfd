using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.EventSources;

/// <summary>The sender's own id of a delivery, by which a repeat is known (S6).</summary>
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
    public static string? Read(PayloadPath? path, Payload? payload, RequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var chosen = path switch
        {
            null => null,
            { Header: { } header } => headers[header],
            _ when payload is null => null,
            _ => path.Read(payload, headers).Scalar,
        };
        return Storable(chosen) ?? Storable(headers[Header]);
    }

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
        return isPlain ? id : HashPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
    }
}
