using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Configurations;

namespace Sendra.Infrastructure.Erasure;

/// <summary>The key of each workspace's hashes of addresses, made when it is first asked for and never changed.</summary>
internal sealed class AddressKeys(WorkspaceDbContexts contexts)
{
    private readonly ConcurrentDictionary<WorkspaceId, AddressKey> _known = new();

    public async ValueTask<AddressKey> OfAsync(WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(workspaceId, out var known))
        {
            return known;
        }

        await using var db = contexts.For(workspaceId);
        var stored = db.Workspaces.Select(workspace => EF.Property<byte[]?>(workspace, WorkspaceConfiguration.AddressKey));
        var secret = await stored.SingleAsync(cancellationToken);
        if (secret is null)
        {
            // Of two nodes at once, one makes it.
            var made = AddressKey.NewSecret();
            await db.Workspaces.Where(workspace => EF.Property<byte[]?>(workspace, WorkspaceConfiguration.AddressKey) == null)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(workspace => EF.Property<byte[]?>(workspace, WorkspaceConfiguration.AddressKey), made), cancellationToken);
            secret = (await stored.SingleAsync(cancellationToken))!;
        }

        return _known[workspaceId] = new AddressKey(secret);
    }
}
