using Microsoft.EntityFrameworkCore;
using Sendra.Application.Templates;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Templates;

internal sealed class TemplateUses(SendraDbContext db) : ITemplateUses
{
    public async Task<string?> FindAsync(TemplateId templateId, CancellationToken cancellationToken)
    {
        // The text finds few; the steps tell.
        var text = $"{templateId.Value}";
        var found = (
            from automation in db.Automations
            where automation.Status != AutomationStatus.Archived
            join version in db.AutomationVersions on automation.Id equals version.AutomationId
            where ((string)(object)version.Workflow).Contains(text)
            where version.Number == automation.Version
                || db.Enrollments.Any(run => run.AutomationId == automation.Id && run.Status == EnrollmentStatus.Active && run.Version == version.Number)
            select new { automation.Name, version.Workflow }).AsNoTracking().AsAsyncEnumerable();
        await foreach (var one in found.WithCancellation(cancellationToken))
        {
            if (one.Workflow.Steps.Any(step => step is SendEmailStep mail && mail.TemplateId == templateId))
            {
                return one.Name;
            }
        }

        return null;
    }
}
