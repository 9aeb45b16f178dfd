using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sendra.Domain.Automations;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.EventSources;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Workspaces;

/// <summary>Tells every node's ingestion, in the same transaction, that automations, custom fields, event sources, enforced schemas or time zones changed.</summary>
internal static class RulesStamp
{
    public static void Renew(SendraDbContext db, WorkspaceId workspaceId)
    {
        if (db.ChangeTracker.Entries().Any(IsRule))
        {
            var stamp = db.ChangeTracker.Entries<Workspace>().FirstOrDefault(entry => entry.Entity.Id == workspaceId)
                ?? db.Attach(Workspace.Create(workspaceId, ""));
            stamp.Property(row => row.RulesVersion).CurrentValue = Guid.CreateVersion7();
        }
    }

    private static bool IsRule(EntityEntry entry) =>
        (entry.Entity is Automation or AutomationVersion or CustomField or EventSource or EventSourceToken
            && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        || EnforcesAnew(entry)
        || (entry is { Entity: Workspace, State: EntityState.Modified }
            && (entry.Property(nameof(Workspace.TimeZone)).IsModified || entry.Property(nameof(Workspace.ContactTimeZoneField)).IsModified));

    private static bool EnforcesAnew(EntityEntry entry) => entry is { Entity: EventPattern pattern, State: var state } && state switch
    {
        EntityState.Added or EntityState.Deleted => pattern.Enforcement != Enforcement.None,
        EntityState.Modified => entry.Property(nameof(EventPattern.Enforcement)).IsModified
            || (entry.Property(nameof(EventPattern.Schema)).IsModified && pattern.Enforcement != Enforcement.None),
        _ => false,
    };
}
