using Microsoft.EntityFrameworkCore;
using Sendra.Application.Automations;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Automations;

internal sealed class AutomationFactsReader(SendraDbContext db) : IAutomationFacts
{
    public async Task<AutomationFacts> GatherAsync(IReadOnlyCollection<Automation> automations, CancellationToken cancellationToken)
    {
        var counts = await CountAsync([.. automations.Select(automation => automation.Id)], cancellationToken);
        var names = await KnownNamesAsync(
            [.. automations.SelectMany(automation => automation.ExitEvents.Concat(automation.AwaitedEvents).Append(automation.TriggerEvent)).Distinct(StringComparer.Ordinal)],
            cancellationToken);
        return new AutomationFacts(
            counts,
            names.Where(known => known.Received).Select(known => known.Name).ToHashSet(StringComparer.Ordinal),
            names.Where(known => !known.Received).Select(known => known.Name).ToHashSet(StringComparer.Ordinal),
            automations.Any(automation => automation.MailNeeds != MailNeeds.None)
                ? await db.Workspaces.Select(workspace => workspace.Sender).SingleAsync(cancellationToken)
                : null);
    }

    private async Task<Dictionary<AutomationId, AutomationCounts>> CountAsync(AutomationId[] ids, CancellationToken cancellationToken)
    {
        // The index that counts them does not know their contacts, and hardly ever is one being erased.
        var erased = await db.Erasures.Select(erasure => erasure.ContactId).ToListAsync(cancellationToken);
        var counted = db.StoredEnrollments;
        if (erased.Count > 0)
        {
            counted = counted.Where(row => !erased.Contains(row.ContactId));
        }

        var rows = await counted
            .Where(row => ids.Contains(row.AutomationId))
            .GroupBy(row => new { row.AutomationId, row.Status })
            .Select(group => new { group.Key.AutomationId, group.Key.Status, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.AutomationId).ToDictionary(
            group => group.Key,
            group => new AutomationCounts(
                group.Where(row => row.Status == EnrollmentStatus.Active).Sum(row => row.Count),
                group.Where(row => row.Status == EnrollmentStatus.Completed).Sum(row => row.Count),
                group.Where(row => row.Status == EnrollmentStatus.Exited).Sum(row => row.Count)));
    }

    // Only names that are like one of these, case aside: a workspace may have received a great many. Asking for the
    // exact names too keeps the answer right where a database lower-cases ASCII letters only.
    private Task<List<KnownName>> KnownNamesAsync(string[] names, CancellationToken cancellationToken)
    {
        var wanted = names.Concat(names.Select(name => name.ToLowerInvariant())).Distinct(StringComparer.Ordinal);
        return wanted.ReadInStepsAsync(Like, cancellationToken);
    }

    private IQueryable<KnownName> Like(string[] wanted)
    {
#pragma warning disable CA1304, CA1311 // Becomes SQL.
        var received = db.EventNameTallies
            .Where(row => wanted.Contains(row.EventName) || wanted.Contains(row.EventName.ToLower()))
            .Select(row => new KnownName { Name = row.EventName, Received = true });
        var declared = db.EventPatterns
            .Where(row => wanted.Contains(row.Name.ToLower()))
            .Select(row => new KnownName { Name = row.Name, Received = false });
#pragma warning restore CA1304, CA1311
        return received.Union(declared);
    }

    private sealed class KnownName
    {
        public required string Name { get; init; }

        public required bool Received { get; init; }
    }
}
