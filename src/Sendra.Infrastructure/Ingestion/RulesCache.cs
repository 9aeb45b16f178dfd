using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sendra.Application.EventSources;
using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Infrastructure.Persistence;

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
        var automations = await (
            from automation in db.Automations.AsNoTracking()
            where automation.Status != AutomationStatus.Archived
            join newest in db.AutomationVersions.AsNoTracking()
                on new { Id = automation.Id, Number = automation.Version } equals new { Id = newest.AutomationId, newest.Number }
            select new { automation, newest.Workflow }).ToListAsync(cancellationToken);
        var waitedOn = await db.AutomationVersions.AnyAsync(saved => saved.WaitsOnContacts, cancellationToken);
        var fields = await db.CustomFields.AsNoTracking().ToListAsync(cancellationToken);
        var sources = await db.EventSources.AsNoTracking().ToListAsync(cancellationToken);
        var settings = await db.Workspaces.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return _rules[workspaceId] = new WorkspaceRules(
            version,
            automations.Select(row => new KnownAutomation(row.automation, row.Workflow)),
            new WalkRules(
                fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal),
                settings?.Zone ?? DateTimeZone.Utc,
                settings?.ContactTimeZoneField),
            sources.Select(source => new KnownSource(source, () => source.Signature is { } signature ? secrets.Reveal(signature) : [])),
            waitedOn);
    }

    /// <summary>The rules of now; null when there is no such workspace.</summary>
    public async Task<WorkspaceRules?> GetCurrentAsync(WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var version = await db.Workspaces.Select(workspace => (Guid?)workspace.RulesVersion).SingleOrDefaultAsync(cancellationToken);
        return version is { } current ? await GetAsync(workspaceId, current, cancellationToken) : null;
    }
}
