using Microsoft.EntityFrameworkCore;
using Sendra.Application.Automations;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Access;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Automations;

internal sealed class AutomationVersions(SendraDbContext db) : IAutomationVersions
{
    public async Task<Page<VersionItem>> ListAsync(AutomationId automationId, Paging paging, CancellationToken cancellationToken)
    {
        var versions = db.AutomationVersions.Where(row => row.AutomationId == automationId);
        if (paging.AfterNumber is { } after)
        {
            versions = versions.Where(row => row.Number < after);
        }

        var rows = await versions.OrderByDescending(row => row.Number).Take(paging.Size + 1)
            .Select(row => new { row.Number, row.SavedAt, row.SavedBy })
            .ToListAsync(cancellationToken);
        var active = await CountActiveAsync(automationId, cancellationToken);
        var names = await db.ActorNamesAsync(rows.Select(row => row.SavedBy), cancellationToken);
        return paging.Cut(
            [.. rows.Select(row => new VersionItem(row.Number, row.SavedAt, NameOf(row.SavedBy, names), active.GetValueOrDefault(row.Number)))],
            item => item.Version);
    }

    public async Task<VersionResult?> FindAsync(AutomationId automationId, int number, CancellationToken cancellationToken)
    {
        var row = await db.AutomationVersions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.AutomationId == automationId && row.Number == number, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var active = await CountActiveAsync(automationId, cancellationToken);
        var names = await db.ActorNamesAsync([row.SavedBy], cancellationToken);
        return new VersionResult(row.Number, row.SavedAt, NameOf(row.SavedBy, names), active.GetValueOrDefault(number), new RawJson(row.Workflow.Json));
    }

    public Task<int> CountAsync(AutomationId automationId, CancellationToken cancellationToken) =>
        db.AutomationVersions.CountAsync(row => row.AutomationId == automationId, cancellationToken);

    public Task ForgetOldAsync(AutomationId automationId, int newest, CancellationToken cancellationToken) =>
        db.AutomationVersions.Where(row => row.AutomationId == automationId && row.Number <= newest - AutomationVersion.Kept
            && !db.StoredEnrollments.Any(run => run.AutomationId == automationId && run.Status == EnrollmentStatus.Active && run.Version == row.Number))
            .ExecuteDeleteAsync(cancellationToken);

    private async Task<Dictionary<int, long>> CountActiveAsync(AutomationId automationId, CancellationToken cancellationToken) =>
        await db.Enrollments.Where(row => row.AutomationId == automationId && row.Status == EnrollmentStatus.Active)
            .GroupBy(row => row.Version)
            .Select(group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    private static string? NameOf(Guid? by, IReadOnlyDictionary<Guid, string> names) => by is { } id ? names.GetValueOrDefault(id) : null;
}
