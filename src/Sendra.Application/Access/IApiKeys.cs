using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>Whose key a request came with (W3).</summary>
public interface IApiKeys
{
    /// <summary>
    /// For how long a node trusts what it knows about a key: one that was revoked elsewhere is refused within this time.
    /// </summary>
    static readonly TimeSpan Trust = ISessions.Trust;

    /// <summary>The key with this text, or null when there is none or it was revoked. Notes the use, without waiting for it.</summary>
    /// <param name="secret">The text.</param>
    ValueTask<KnownApiKey?> FindAsync(ApiKeySecret secret, CancellationToken cancellationToken);

    /// <summary>Refuses a revoked key on this node at once.</summary>
    /// <param name="id">The key.</param>
    void Forget(ApiKeyId id);
}
