using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Configurations;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Erasure;

/// <summary>The key of each workspace's hashes of addresses, made when it is first asked for and never changed.</summary>
internal sealed class AddressKeys(WorkspaceDbContexts contexts)
{
    private readonly ConcurrentDictionary<WorkspaceId, AddressKey> _known = new();

    /// <summary>The key, if there is such a workspace and it ever needed one.</summary>
    public async ValueTask<AddressKey?> FindAsync(WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(workspaceId, out var known))
        {
            return known;
        }

        await using var db = contexts.For(workspaceId);
        var secret = await Stored(db).SingleOrDefaultAsync(cancellationToken);
        return secret is null ? null : _known[workspaceId] = new AddressKey(secret);
    }

    public async ValueTask<AddressKey> OfAsync(WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        if (await FindAsync(workspaceId, cancellationToken) is { } found)
        {
            return found;
        }

        // Of two nodes at once, one makes it.
        await using var db = contexts.For(workspaceId);
        var made = AddressKey.NewSecret();
        await db.Workspaces.Where(workspace => EF.Property<byte[]?>(workspace, WorkspaceConfiguration.AddressKey) == null)
            .ExecuteUpdateAsync(
                row => row.SetProperty(workspace => EF.Property<byte[]?>(workspace, WorkspaceConfiguration.AddressKey), made), cancellationToken);
        return _known[workspaceId] = new AddressKey((await Stored(db).SingleAsync(cancellationToken))!);
    }

    private static IQueryable<byte[]?> Stored(SendraDbContext db) =>
        db.Workspaces.Select(workspace => EF.Property<byte[]?>(workspace, WorkspaceConfiguration.AddressKey));
}
