using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Enrollments;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Enrollments;

internal sealed class EnrollmentList(SendraDbContext db) : IEnrollmentList
{
    public async Task<Page<EnrollmentResult>> ListAsync(EnrollmentFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        var rows = db.Enrollments.AsNoTracking();
        if (filter.AutomationId is { } automationId)
        {
            rows = rows.Where(row => row.AutomationId == automationId);
        }

        if (filter.ContactId is { } contactId)
        {
            rows = rows.Where(row => row.ContactId == contactId);
        }

        if (filter.Email is { } email)
        {
            rows = rows.Where(row => db.Contacts.Any(contact => contact.Email == email.Value && contact.Id == row.ContactId));
        }

        if (filter.Status is { } status)
        {
            rows = rows.Where(row => row.Status == status);
        }

        if (paging.AfterId is { } after)
        {
            rows = rows.Where(row => row.Id < after);
        }

        var newest = rows.OrderByDescending(row => row.Id).Take(paging.Size + 1);
        var items = await Read(newest).OrderByDescending(item => item.Id).ToListAsync(cancellationToken);
        return paging.Cut([.. items.Select(item => item.ToResult())], item => item.Id);
    }

    public async Task<EnrollmentResult?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await Read(db.Enrollments.AsNoTracking().Where(row => row.Id == id)).FirstOrDefaultAsync(cancellationToken))?.ToResult();

    private IQueryable<Item> Read(IQueryable<Enrollment> rows) =>
        from row in rows
        join contact in db.Contacts on row.ContactId equals contact.Id
        join automation in db.Automations on row.AutomationId equals automation.Id
        select new Item { Id = row.Id, Row = row, Email = contact.Email, AutomationName = automation.Name };

    private sealed class Item
    {
        public required Guid Id { get; init; }

        public required Enrollment Row { get; init; }

        public required string Email { get; init; }

        public required string AutomationName { get; init; }

        public EnrollmentResult ToResult() => new(
            Row.Id,
            Row.AutomationId,
            AutomationName,
            Row.ContactId,
            Email,
            Row.Status,
            Row.EnrolledAt,
            Row.EnrolledByEventId,
            Row.EndedAt,
            Row.ExitedByEventId,
            Row.Step,
            Row.ResumeAt);
    }
}
