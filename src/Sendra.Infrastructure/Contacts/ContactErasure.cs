using Microsoft.EntityFrameworkCore;
using Sendra.Application.Contacts;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Contacts;

/// <summary>Events first, then enrollments, the contact last: whatever breaks it off, calling again finishes it.</summary>
internal sealed class ContactErasure(SendraDbContext db, ErasureSteps steps) : IContactErasure
{
    public async Task<bool> EraseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Contacts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } contact)
        {
            return false;
        }

        await steps.RunAsync(session => EraseEventsAsync(session, contact, cancellationToken), cancellationToken);
        await steps.RunAsync(session => EraseEnrollmentsAsync(session, contact, cancellationToken), cancellationToken);
        await steps.RunAsync(session => EraseRestAsync(session, contact), cancellationToken);
        return true;
    }

    private async Task<bool> EraseEventsAsync(BulkSession session, Contact contact, CancellationToken cancellationToken)
    {
        var next = await db.ReceivedEvents.Where(row => row.ContactId == contact.Id)
            .OrderBy(row => row.Id).Take(ErasureSteps.Size)
            .Select(row => new CountedEvent(row.WorkspaceId, row.Id, row.EventName, row.Enrolled, row.Exited))
            .ToListAsync(cancellationToken);
        await EventEraser.EraseAsync(session, next);
        return next.Count > 0;
    }

    private async Task<bool> EraseEnrollmentsAsync(BulkSession session, Contact contact, CancellationToken cancellationToken)
    {
        var next = await db.Enrollments.Where(row => row.ContactId == contact.Id)
            .OrderBy(row => row.Id).Take(ErasureSteps.Size)
            .Select(row => new StoredRow(row.WorkspaceId, row.Id))
            .ToListAsync(cancellationToken);
        await session.WriteAsync(ErasureSql.DeleteEnrollments.Write(next));
        return next.Count > 0;
    }

    // With the contact locked, as ingestion locks it, nothing new can come in: what came in since goes with it.
    private static async Task<bool> EraseRestAsync(BulkSession session, Contact contact)
    {
        var locked = false;
        await session.ReadAsync(locking: true, IngestionSql.SelectContacts.Read(
            [(contact.WorkspaceId, contact.Email)], row => locked = row.Id(0) == contact.Id));
        if (!locked)
        {
            // Erased by another call; the address may have a new contact already.
            return false;
        }

        StoredRow[] self = [new(contact.WorkspaceId, contact.Id)];
        var events = new List<CountedEvent>();
        var enrollments = new List<StoredRow>();
        await session.ReadAsync(
            locking: false,
            ErasureSql.SelectEventsOfContacts.Read(self, row => events.Add(new(contact.WorkspaceId, row.Id(0), row.Text(1), row.Int(2), row.Int(3)))),
            ErasureSql.SelectEnrollmentsOfContacts.Read(self, row => enrollments.Add(new(contact.WorkspaceId, row.Id(0)))));
        await EventEraser.EraseAsync(session, events);
        await session.WriteAsync(ErasureSql.DeleteEnrollments.Write(enrollments), ErasureSql.DeleteContacts.Write(self));
        return false;
    }
}
