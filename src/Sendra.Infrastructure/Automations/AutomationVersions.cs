using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Automations;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Automations;

internal sealed class AutomationVersions(SendraDbContext db) : IAutomationVersions
{
    public async Task<Page<VersionItem>> ListAsync(AutomationId automationId, Paging paging, CancellationToken cancellationToken)
    {
        var versions = db.AutomationVersions.Where(row => row.AutomationId == automationId);
        if (paging.AfterName is { } after)
        {
            var last = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && after == TextOf(number)
                ? number
                : throw Paging.BadCursor();
            versions = versions.Where(row => row.Number < last);
        }

        var rows = await versions.OrderByDescending(row => row.Number).Take(paging.Size + 1)
            .Select(row => new { row.Number, row.SavedAt, row.SavedBy })
            .ToListAsync(cancellationToken);
        var active = await CountActiveAsync(automationId, cancellationToken);
        var names = await NamesAsync([.. rows.Select(row => row.SavedBy).OfType<Guid>().Distinct()], cancellationToken);
        return paging.Cut(
            [.. rows.Select(row => new VersionItem(row.Number, row.SavedAt, NameOf(row.SavedBy, names), active.GetValueOrDefault(row.Number)))],
            item => TextOf(item.Version));
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
        var names = row.SavedBy is { } by ? await NamesAsync([by], cancellationToken) : [];
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

    private static string TextOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? NameOf(Guid? by, Dictionary<Guid, string> names) => by is { } id ? names.GetValueOrDefault(id) : null;

    // Members of this workspace and its keys; whoever left is no longer named.
    private async Task<Dictionary<Guid, string>> NamesAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        UserId[] users = [.. ids.Select(id => new UserId(id))];
        ApiKeyId[] keys = [.. ids.Select(id => new ApiKeyId(id))];
        var members = await (
            from member in db.Members
            join user in db.Users on member.UserId equals user.Id
            where users.Contains(user.Id)
            select new { user.Id, Name = user.Email }).ToListAsync(cancellationToken);
        var names = await db.ApiKeys.Where(key => keys.Contains(key.Id)).Select(key => new { key.Id, key.Name }).ToListAsync(cancellationToken);
        return members.Select(one => (Id: one.Id.Value, Name: one.Name ?? "")).Concat(names.Select(one => (Id: one.Id.Value, one.Name)))
            .ToDictionary(one => one.Id, one => one.Name);
    }
}
