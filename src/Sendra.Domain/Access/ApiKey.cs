using Sendra.Domain.Common;

namespace Sendra.Domain.Access;

/// <summary>Lets programs call the API on behalf of a workspace (W3). The key itself is nowhere; only its hash is.</summary>
public sealed class ApiKey : IWorkspaceOwned
{
    /// <summary>The maximum length of a name, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>How many keys a workspace may have.</summary>
    public const int MaxPerWorkspace = 100;

    private ApiKey(
        WorkspaceId workspaceId,
        ApiKeyId id,
        string name,
        ApiKeyScopes scopes,
        string prefix,
        string hash,
        UserId? createdBy,
        DateTimeOffset? expiresAt,
        KeyNetworks? allowedNetworks)
    {
        WorkspaceId = workspaceId;
        Id = id;
        Name = name;
        Scopes = scopes;
        Prefix = prefix;
        Hash = hash;
        CreatedBy = createdBy;
        ExpiresAt = expiresAt;
        AllowedNetworks = allowedNetworks;
    }

    public WorkspaceId WorkspaceId { get; }

    public ApiKeyId Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it can do.</summary>
    public ApiKeyScopes Scopes { get; }

    /// <summary>The beginning of the key, for recognizing it.</summary>
    public string Prefix { get; }

    /// <summary>See <see cref="ApiKeySecret.Hash"/>.</summary>
    public string Hash { get; }

    /// <summary>When it was last used, to within a few minutes; null if never. Written without the aggregate.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>The owner who created it, and may still know it; null if it was created before this was recorded.</summary>
    public UserId? CreatedBy { get; }

    /// <summary>From when on it is refused; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Where it may be used from; null for anywhere.</summary>
    public KeyNetworks? AllowedNetworks { get; }

    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>Creates a key.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="name">Its name, 1 to <see cref="MaxNameLength"/> characters.</param>
    /// <param name="scopes">What it can do; at least one.</param>
    /// <param name="secret">The key.</param>
    /// <param name="createdBy">The owner who creates it.</param>
    /// <param name="expiresAt">From when on it is refused; null for never.</param>
    /// <param name="allowedNetworks">Where it may be used from; null for anywhere.</param>
    public static ApiKey Create(
        WorkspaceId workspaceId,
        ApiKeyId id,
        string name,
        ApiKeyScopes scopes,
        ApiKeySecret secret,
        UserId createdBy,
        DateTimeOffset? expiresAt = null,
        KeyNetworks? allowedNetworks = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(scopes.Bits, nameof(scopes));
        return new ApiKey(workspaceId, id, name, scopes, secret.Prefix, secret.Hash, createdBy, expiresAt, allowedNetworks);
    }
}
