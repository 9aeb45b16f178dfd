using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.EventSources;
using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// The rules of each workspace, kept as long as the version that each batch reads is the same; so a change made on
/// any node counts at once.
/// </summary>
internal sealed class RulesCache(WorkspaceDbContexts contexts, ISourceSecrets secrets)
{
    private readonly ConcurrentDictionary<WorkspaceId, WorkspaceRules> _rules = new();

    /// <summary>The rules as this node last read them, perhaps no longer those of now; null when it never has.</summary>
    public WorkspaceRules? LastKnown(WorkspaceId workspaceId) => _rules.GetValueOrDefault(workspaceId);

    /// <summary>The rules of this version, or newer ones.</summary>
    public async ValueTask<WorkspaceRules> GetAsync(WorkspaceId workspaceId, Guid version, CancellationToken cancellationToken = default)
    {
        if (_rules.TryGetValue(workspaceId, out var known) && known.Version == version)
        {
            return known;
        }

        // Read after the version: what is read may be newer than it, never older, and then the next batch reads again.
        await using var db = contexts.For(workspaceId);
        if (await db.Workspaces.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } settings)
        {
            return _rules[workspaceId] = WorkspaceRules.OfDeleted(version);
        }

        var automations = await (
            from automation in db.Automations.AsNoTracking()
            where automation.Status != AutomationStatus.Archived
            join newest in db.AutomationVersions.AsNoTracking()
                on new { Id = automation.Id, Number = automation.Version } equals new { Id = newest.AutomationId, newest.Number }
            select new { automation, newest.Workflow }).ToListAsync(cancellationToken);
        var waitedOn = await db.AutomationVersions.AnyAsync(saved => saved.WaitsOnContacts, cancellationToken);
        var older = await OlderAwaitsAsync(db, [.. automations.Select(row => row.automation)], cancellationToken);
        var fields = await db.CustomFields.AsNoTracking().ToListAsync(cancellationToken);
        var sources = await db.EventSources.AsNoTracking().ToListAsync(cancellationToken);
        var schemas = await db.EventPatterns.AsNoTracking().Where(pattern => pattern.Enforcement > 0).ToListAsync(cancellationToken);
        return _rules[workspaceId] = new WorkspaceRules(
            version,
            automations.Select(row => new KnownAutomation(row.automation, row.Workflow, older.GetValueOrDefault(row.automation.Id))),
            new WalkRules(
                fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal),
                settings.Zone,
                settings.ContactTimeZoneField),
            sources.Select(source => new KnownSource(source, () => source.Signature is { } signature ? secrets.Reveal(signature) : [])),
            waitedOn,
            schemas.Select(pattern => new KnownSchema(pattern.Name, pattern.Schema, pattern.Enforcement)));
    }

    // Of versions that runs still follow. Those can only become fewer until the automation is edited: a new run takes the newest, and whoever
    // takes a name out of the steps saves alone, so that no batch is left that would begin a run by the version before. The runs are looked
    // for only where an older version waits for what the newest does not.
    private static async Task<Dictionary<AutomationId, string[]>> OlderAwaitsAsync(
        SendraDbContext db, IReadOnlyList<Automation> automations, CancellationToken cancellationToken)
    {
        var newest = automations.ToDictionary(automation => automation.Id);
        var older = (await db.AutomationVersions.AsNoTracking().Where(saved => saved.AwaitedEvents != null)
                .Select(saved => new { saved.AutomationId, saved.Number, saved.AwaitedEvents }).ToListAsync(cancellationToken))
            .Where(saved => newest.TryGetValue(saved.AutomationId, out var automation) && saved.Number < automation.Version)
            .ToLookup(saved => saved.AwaitedEvents!.Except(newest[saved.AutomationId].AwaitedEvents).Any());
        AutomationId[] asked = [.. older[true].Select(saved => saved.AutomationId).Distinct()];
        var followed = asked.Length == 0
            ? []
            : (await db.StoredEnrollments
                .Where(run => asked.Contains(run.AutomationId) && run.Status == EnrollmentStatus.Active)
                .Select(run => new { run.AutomationId, run.Version }).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        return older[false].Concat(older[true].Where(saved => followed.Contains(new { saved.AutomationId, Version = saved.Number })))
            .GroupBy(saved => saved.AutomationId)
            .ToDictionary(saved => saved.Key, saved => saved.SelectMany(one => one.AwaitedEvents!).Distinct(StringComparer.Ordinal).ToArray());
    }

    /// <summary>The rules of now; null when there is no such workspace.</summary>
    public async Task<WorkspaceRules?> GetCurrentAsync(WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var version = await db.Workspaces.Select(workspace => (Guid?)workspace.RulesVersion).SingleOrDefaultAsync(cancellationToken);
        return version is { } current ? await GetAsync(workspaceId, current, cancellationToken) : null;
    }
}
