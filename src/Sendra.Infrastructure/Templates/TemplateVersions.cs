using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Templates;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Access;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Templates;

internal sealed class TemplateVersions(SendraDbContext db) : ITemplateVersions
{
    public async Task<Page<TemplateVersionItem>> ListAsync(TemplateId templateId, Paging paging, CancellationToken cancellationToken)
    {
        var versions = db.TemplateVersions.Where(row => row.TemplateId == templateId);
        if (paging.AfterNumber is { } after)
        {
            versions = versions.Where(row => row.Number < after);
        }

        var rows = await versions.OrderByDescending(row => row.Number).Take(paging.Size + 1)
            .Select(row => new { row.Number, row.Subject, row.SavedAt, row.SavedBy })
            .ToListAsync(cancellationToken);
        var names = await db.ActorNamesAsync(rows.Select(row => (Guid?)row.SavedBy), cancellationToken);
        return paging.Cut(
            [.. rows.Select(row => new TemplateVersionItem(row.Number, row.Subject, row.SavedAt, names.GetValueOrDefault(row.SavedBy)))],
            item => item.Version);
    }

    public async Task<TemplateVersionResult?> FindAsync(TemplateId templateId, int number, CancellationToken cancellationToken)
    {
        var row = await db.TemplateVersions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.TemplateId == templateId && row.Number == number, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var names = await db.ActorNamesAsync([row.SavedBy], cancellationToken);
        return new TemplateVersionResult(
            row.Number,
            row.SavedAt,
            names.GetValueOrDefault(row.SavedBy),
            row.Subject,
            row.Preheader,
            row.Format,
            row.Source,
            row.Content.Html,
            row.Text);
    }

    public Task ForgetOldAsync(TemplateId templateId, int newest, CancellationToken cancellationToken) =>
        db.TemplateVersions.Where(row => row.TemplateId == templateId && row.Number <= newest - TemplateVersion.Kept)
            .ExecuteDeleteAsync(cancellationToken);
}
