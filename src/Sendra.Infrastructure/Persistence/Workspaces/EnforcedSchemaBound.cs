using Microsoft.EntityFrameworkCore;
using Sendra.Domain.EventPatterns;

namespace Sendra.Infrastructure.Persistence.Workspaces;

/// <summary>How many patterns may warn or reject: ingestion holds their schemas in memory.</summary>
internal sealed class EnforcedSchemaBound() : WorkspaceBound(EventPattern.MaxEnforced, "tooManySchemas", "patterns whose schema warns or rejects")
{
    protected override int Added(SendraDbContext db) => db.ChangeTracker.Entries<EventPattern>().Sum(entry =>
    {
        var before = entry.State != EntityState.Added && entry.OriginalValues.GetValue<Enforcement>(nameof(EventPattern.Enforcement)) != Enforcement.None;
        var after = entry.State != EntityState.Deleted && entry.Entity.Enforcement != Enforcement.None;
        return (after ? 1 : 0) - (before ? 1 : 0);
    });

    protected override Task<int> CountAsync(SendraDbContext db, CancellationToken cancellationToken) =>
        db.EventPatterns.CountAsync(pattern => pattern.Enforcement != Enforcement.None, cancellationToken);
}
