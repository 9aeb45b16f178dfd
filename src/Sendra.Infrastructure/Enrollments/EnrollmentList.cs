using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Enrollments;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Enrollments;

internal sealed class EnrollmentList(SendraDbContext db, JourneyReader journeys) : IEnrollmentList
{
    public async Task<Page<EnrollmentResult>> ListAsync(EnrollmentFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        IQueryable<Enrollment> rows = db.Enrollments;
        if (filter.Email?.Value is { } email)
        {
            var owner = await db.Contacts.Where(row => row.Email == email).Select(row => row.Id).ToListAsync(cancellationToken);
            rows = rows.Where(row => owner.Contains(row.ContactId));
        }

        if (filter.ContactId is { } contactId)
        {
            rows = rows.Where(row => row.ContactId == contactId);
        }

        if (filter.AutomationId is { } automationId)
        {
            rows = rows.Where(row => row.AutomationId == automationId);
        }

        if (filter.StepId is { } step)
        {
            rows = rows.Where(row => row.Status == EnrollmentStatus.Active && row.StepId == step);
        }

        if (filter.Version is { } version)
        {
            rows = rows.Where(row => row.Version == version);
        }

        if (paging.AfterId<EnrollmentId>() is { } after)
        {
            rows = rows.Where(row => row.Id < after);
        }

        var ids = await NewestFirst.Merge(
            StatusesToAsk(filter).Select(status => status is { } one ? WithStatus(rows, one) : rows),
            row => row.Id,
            paging.Size + 1).ToListAsync(cancellationToken);
        var items = await Read(db.Enrollments.AsNoTracking().Where(row => ids.Contains(row.Id)))
            .OrderByDescending(item => item.Id)
            .ToListAsync(cancellationToken);
        return paging.Cut([.. items.Select(item => item.ToResult())], item => item.Id);
    }

    // The index of an automation's enrollments holds each status newest first; other lists need no status.
    private static IEnumerable<RunStatus?> StatusesToAsk(EnrollmentFilter filter) =>
        filter.Statuses.Count > 0 ? filter.Statuses.Distinct().Cast<RunStatus?>()
        : filter.StepId is not null ? [RunStatus.Active, RunStatus.Parked]
        : filter is { AutomationId: not null, ContactId: null, Email: null } ? Enum.GetValues<RunStatus>().Cast<RunStatus?>()
        : [null];

    private static IQueryable<Enrollment> WithStatus(IQueryable<Enrollment> rows, RunStatus status) => status switch
    {
        RunStatus.Active => rows.Where(row => row.Status == EnrollmentStatus.Active && row.ParkedBecause == null),
        RunStatus.Parked => rows.Where(row => row.Status == EnrollmentStatus.Active && row.ParkedBecause != null),
        RunStatus.Completed => rows.Where(row => row.Status == EnrollmentStatus.Completed),
        RunStatus.Exited => rows.Where(row => row.Status == EnrollmentStatus.Exited),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public async Task<EnrollmentJourney?> FindJourneyAsync(EnrollmentId id, CancellationToken cancellationToken)
    {
        if (await Read(db.Enrollments.AsNoTracking().Where(row => row.Id == id)).FirstOrDefaultAsync(cancellationToken) is not { } item)
        {
            return null;
        }

        return (await journeys.ReadAsync([(item.Row, item.ToResult())], cancellationToken))[0];
    }

    private IQueryable<Item> Read(IQueryable<Enrollment> rows) =>
        from row in rows
        join contact in db.Contacts on row.ContactId equals contact.Id
        join automation in db.Automations on row.AutomationId equals automation.Id
        select new Item { Id = row.Id, Row = row, Email = contact.Email, AutomationName = automation.Name };

    private sealed class Item
    {
        public required EnrollmentId Id { get; init; }

        public required Enrollment Row { get; init; }

        public required string Email { get; init; }

        public required string AutomationName { get; init; }

        public EnrollmentResult ToResult() => EnrollmentResult.Of(Row, AutomationName, Email);
    }
}
