using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Messages;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Messages;

/// <summary>Templates that are ready to render. A version never changes, so what was parsed once stays; which one is the newest is read anew.</summary>
internal sealed class TemplateCache(WorkspaceDbContexts contexts)
{
    // Some hold a megabyte.
    private const int MaxKept = 200;

    private readonly ConcurrentDictionary<(WorkspaceId WorkspaceId, TemplateId Id, int Version), MailTemplate> _known = new();

    /// <summary>The newest versions of some templates; those that were deleted are missing.</summary>
    public async Task<IReadOnlyDictionary<TemplateId, (int Version, MailTemplate Template)>> NewestAsync(
        WorkspaceId workspaceId, IReadOnlyCollection<TemplateId> ids, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<TemplateId, (int Version, MailTemplate Template)>();
        if (ids.Count == 0)
        {
            return newest;
        }

        await using var db = contexts.For(workspaceId);
        var versions = await db.Templates.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Version }).ToListAsync(cancellationToken);
        foreach (var row in versions)
        {
            if (await FindAsync(db, workspaceId, row.Id, row.Version, cancellationToken) is { } template)
            {
                newest.Add(row.Id, (row.Version, template));
            }
        }

        return newest;
    }

    private async Task<MailTemplate?> FindAsync(SendraDbContext db, WorkspaceId workspaceId, TemplateId id, int version, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((workspaceId, id, version), out var template))
        {
            return template;
        }

        var saved = await db.TemplateVersions.AsNoTracking().SingleOrDefaultAsync(row => row.TemplateId == id && row.Number == version, cancellationToken);
        if (saved is null)
        {
            return null;
        }

        if (_known.Count >= MaxKept)
        {
            _known.Clear();
        }

        return _known[(workspaceId, id, version)] = MailTemplate.Of(saved);
    }
}
