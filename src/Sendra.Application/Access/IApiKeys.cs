using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>Finds the API key of a request (W3).</summary>
public interface IApiKeys
{
    /// <summary>
    /// How long a node trusts what it knows about a key. One that was revoked on another node is refused within this time.
    /// </summary>
    static readonly TimeSpan Trust = ISessions.Trust;

    /// <summary>
    /// The key with this text, or null if there is none or it was revoked. Records the use without waiting for it, unless the key has expired:
    /// that is for the caller to see.
    /// </summary>
    /// <param name="secret">The text.</param>
    ValueTask<KnownApiKey?> FindAsync(ApiKeySecret secret, CancellationToken cancellationToken);

    /// <summary>Refuses a revoked key on this node at once.</summary>
    /// <param name="id">The key.</param>
    void Forget(ApiKeyId id);
}
