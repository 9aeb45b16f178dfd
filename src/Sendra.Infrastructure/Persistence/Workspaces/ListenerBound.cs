using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sendra.Domain.Automations;

namespace Sendra.Infrastructure.Persistence.Workspaces;

/// <summary>How many automations of a workspace may listen for a name (W8).</summary>
internal static class ListenerBound
{
    /// <summary>True when the next save makes automations listen for more.</summary>
    public static bool IsAskedFor(SendraDbContext db) => NewlyListening(db).Count > 0;

    /// <summary>Makes sure that what the next save makes them listen for still fits. Call while holding the workspace's row.</summary>
    /// <exception cref="Sendra.Domain.Common.ConflictException">It does not.</exception>
    public static async Task EnsureFitsAsync(SendraDbContext db, CancellationToken cancellationToken)
    {
        var listening = NewlyListening(db);
        if (listening.Count == 0)
        {
            return;
        }

        var others = (await db.Automations.AsNoTracking()
            .Where(row => row.Status == AutomationStatus.Live || row.Status == AutomationStatus.Paused)
            .ToListAsync(cancellationToken)).ToDictionary(row => row.Id, row => row.Listening);
        foreach (var (automation, more) in listening)
        {
            others.Remove(automation.Id);
            more.EnsureFitsBeside(others.Values);
            others.Add(automation.Id, automation.Listening);
        }
    }

    private static List<(Automation Automation, Listening More)> NewlyListening(SendraDbContext db) =>
    [
        .. db.ChangeTracker.Entries<Automation>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => (entry.Entity, More: entry.Entity.Listening.Beyond(Before(entry))))
            .Where(one => !one.More.IsNothing),
    ];

    private static Listening Before(EntityEntry<Automation> entry) => entry.State == EntityState.Added
        ? Listening.Nothing
        : Listening.Of(
            entry.Property(row => row.Status).OriginalValue,
            entry.Property(row => row.TriggerEvent).OriginalValue,
            entry.Property<string[]>("_exitEvents").OriginalValue,
            entry.Property<string[]?>("_awaitedEvents").OriginalValue ?? []);
}
