using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Ingestion;
using Sendra.Domain.Automations;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// The rules of each workspace, kept as long as the version that each batch reads is the same; so a change made on
/// any node counts at once.
/// </summary>
internal sealed class RulesCache(WorkspaceDbContexts contexts)
{
    private readonly ConcurrentDictionary<Guid, WorkspaceRules> _rules = new();

    public async ValueTask<WorkspaceRules> GetAsync(Guid workspaceId, Guid version)
    {
        if (_rules.TryGetValue(workspaceId, out var known) && known.Version == version)
        {
            return known;
        }

        // Read after the version: what is read may be newer than it, never older, and then the next batch reads again.
        await using var db = contexts.For(workspaceId);
        var automations = await db.Automations.AsNoTracking()
            .Where(automation => automation.Status != AutomationStatus.Archived).ToListAsync();
        var fields = await db.CustomFields.AsNoTracking().ToListAsync();
        return _rules[workspaceId] = new WorkspaceRules(version, automations, fields);
    }
}
