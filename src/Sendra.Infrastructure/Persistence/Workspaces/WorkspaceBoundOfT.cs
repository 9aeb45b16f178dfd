using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Workspaces;

/// <inheritdoc />
internal sealed class WorkspaceBound<T>(int most, string code, string things) : WorkspaceBound(most, code, things)
    where T : class, IWorkspaceOwned
{
    protected override int Added(SendraDbContext db) => db.ChangeTracker.Entries<T>()
        .Sum(entry => entry.State switch { EntityState.Added => 1, EntityState.Deleted => -1, _ => 0 });

    protected override Task<int> CountAsync(SendraDbContext db, CancellationToken cancellationToken) => db.Set<T>().CountAsync(cancellationToken);
}
