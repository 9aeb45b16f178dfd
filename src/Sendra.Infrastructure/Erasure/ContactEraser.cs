using Microsoft.EntityFrameworkCore;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Erasure;

/// <summary>
/// Erases a contact with all that belongs to it (L3). Few rows go in one transaction. Of many, a first one hides them all
/// and frees the address, steps delete them, and the contact goes last: whatever breaks that off, anybody may finish it.
/// </summary>
internal sealed class ContactEraser(WorkspaceDbContexts contexts, ErasureSteps steps, AddressKeys keys, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Erases a contact; false when another call was first.</summary>
    /// <param name="contact">As it was read.</param>
    /// <param name="cancellationToken">Ends it between two steps; once it is hidden, <see cref="ErasureService"/> goes on.</param>
    public async Task<bool> EraseAsync(Contact contact, CancellationToken cancellationToken)
    {
        var key = await keys.OfAsync(contact.WorkspaceId, cancellationToken);
        var erasure = new ErasureUnderWay
        {
            WorkspaceId = contact.WorkspaceId,
            ContactId = contact.Id,
            AddressHash = key.HashOf(contact.Email),
            ExternalIdHash = contact.ExternalId is { } externalId ? key.HashOfId(externalId) : null,
            StartedAt = clock.GetUtcNow(),
        };
        var line = trail.Line(contact.WorkspaceId, AuditAction.Erased, new AuditTarget(AuditTargetType.Contact, contact.Id.ToString()));
        if (!await HasManyAsync(erasure, cancellationToken))
        {
            return await steps.RunOneAsync(
                async session => await EraseRestAsync(session, erasure, contact.Email, key) && await TellAsync(session, line, contact.Email), cancellationToken);
        }

        var hidden = await steps.RunOneAsync(
            async session => await HideAsync(session, erasure, contact.Email, key) && await TellAsync(session, line, contact.Email), cancellationToken);
        if (hidden)
        {
            await FinishAsync(erasure, cancellationToken);
        }

        return hidden;
    }

    /// <summary>Deletes what is hidden. Several at once get into each other's way, but do no harm.</summary>
    public async Task FinishAsync(ErasureUnderWay erasure, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(erasure.WorkspaceId);
        await steps.RunAsync(session => EraseEventsAsync(session, db, erasure, cancellationToken), cancellationToken);
        await steps.RunAsync(session => EraseEnrollmentsAsync(session, db, erasure, cancellationToken), cancellationToken);
        await steps.RunAsync(session => ForgetDeliveriesAsync(session, db, erasure, cancellationToken), cancellationToken);
        await steps.RunOneAsync(session => EraseRestAsync(session, erasure, ErasureSql.BlankEmailOf(erasure.ContactId), key: null), cancellationToken);
    }

    // What was done to the address before stays told, without it.
    private static async Task<bool> TellAsync(BulkSession session, AuditLine line, string email)
    {
        await session.WriteAsync(AuditSql.ForgetAddresses.Write([(line.WorkspaceId, email)], everyRow: false), AuditSql.InsertLines.Write([line]));
        return true;
    }

    private async Task<bool> HasManyAsync(ErasureUnderWay erasure, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(erasure.WorkspaceId);
        const int Many = ErasureSteps.Size + 1;
        return await EventsOf(db, erasure).Take(Many).CountAsync(cancellationToken) == Many
            || await EnrollmentsOf(db, erasure).Take(Many).CountAsync(cancellationToken) == Many
            || await DeliveriesOf(db, erasure).Take(Many).CountAsync(cancellationToken) == Many;
    }

    private static IQueryable<Domain.Events.ReceivedEvent> EventsOf(SendraDbContext db, ErasureUnderWay erasure) =>
        db.StoredEvents.Where(row => row.ContactId == erasure.ContactId);

    private static IQueryable<Domain.Enrollments.Enrollment> EnrollmentsOf(SendraDbContext db, ErasureUnderWay erasure) =>
        db.StoredEnrollments.Where(row => row.ContactId == erasure.ContactId);

    private static IQueryable<DeliveryAddress> DeliveriesOf(SendraDbContext db, ErasureUnderWay erasure) =>
        db.DeliveryAddresses.Where(row => row.AddressHash == erasure.AddressHash || row.AddressHash == erasure.ExternalIdHash);

    // With the contact locked, as ingestion locks it, nothing is under way that could still come to it.
    private static async Task<bool> HideAsync(BulkSession session, ErasureUnderWay erasure, string email, AddressKey key)
    {
        await ImportEraser.HoldAsync(session, erasure);
        if (!await LockAsync(session, erasure, email, key))
        {
            return false;
        }

        await ImportEraser.EraseAsync(session, erasure);
        await session.WriteAsync(ErasureSql.InsertErasures.Write([erasure]), ErasureSql.BlankContacts.Write([erasure]), ErasureSql.ForgetSuppressions.Write([erasure], everyRow: false));
        return true;
    }

    private static async Task<bool> EraseEventsAsync(
        BulkSession session, SendraDbContext db, ErasureUnderWay erasure, CancellationToken cancellationToken)
    {
        var next = await EventsOf(db, erasure)
            .OrderBy(row => row.Id).Take(ErasureSteps.Size)
            .Select(row => new CountedEvent(row.WorkspaceId, row.Id, row.EventName, row.Enrolled, row.Exited))
            .ToListAsync(cancellationToken);
        await EventEraser.EraseAsync(session, next);
        return next.Count > 0;
    }

    private static async Task<bool> EraseEnrollmentsAsync(
        BulkSession session, SendraDbContext db, ErasureUnderWay erasure, CancellationToken cancellationToken)
    {
        var next = await EnrollmentsOf(db, erasure)
            .OrderBy(row => row.Id).Take(ErasureSteps.Size)
            .Select(row => new StoredRow<EnrollmentId>(row.WorkspaceId, row.Id))
            .ToListAsync(cancellationToken);
        await EnrollmentEraser.EraseAsync(session, next);
        return next.Count > 0;
    }

    private static async Task<bool> ForgetDeliveriesAsync(
        BulkSession session, SendraDbContext db, ErasureUnderWay erasure, CancellationToken cancellationToken)
    {
        var next = await DeliveriesOf(db, erasure)
            .Select(row => row.DeliveryId).Distinct().OrderBy(id => id).Take(ErasureSteps.Size)
            .ToListAsync(cancellationToken);
        await ForgetAsync(session, erasure, next);
        return next.Count > 0;
    }

    // With a key for somebody who isn't hidden yet.
    private static async Task<bool> EraseRestAsync(BulkSession session, ErasureUnderWay erasure, string email, AddressKey? key)
    {
        if (key is not null)
        {
            await ImportEraser.HoldAsync(session, erasure);
        }

        if (!await LockAsync(session, erasure, email, key))
        {
            return false;
        }

        if (key is not null)
        {
            await ImportEraser.EraseAsync(session, erasure);
        }

        StoredRow<ContactId>[] self = [new(erasure.WorkspaceId, erasure.ContactId)];
        var events = new List<CountedEvent>();
        var enrollments = new List<StoredRow<EnrollmentId>>();
        var deliveries = new HashSet<DeliveryId>();
        await session.ReadAsync(
            locking: false,
            ErasureSql.SelectEventsOfContacts.Read(self, row => events.Add(new(erasure.WorkspaceId, row.Id<EventId>(0), row.Text(1), row.Int(2), row.Int(3)))),
            ErasureSql.SelectEnrollmentsOfContacts.Read(self, row => enrollments.Add(new(erasure.WorkspaceId, row.Id<EnrollmentId>(0)))),
            ErasureSql.SelectDeliveriesOfAddresses.Read([.. erasure.Hashes], row => deliveries.Add(row.Id<DeliveryId>(0))));
        await EventEraser.EraseAsync(session, events);
        await ForgetAsync(session, erasure, deliveries);
        await EnrollmentEraser.EraseAsync(session, enrollments);
        await session.WriteAsync(ErasureSql.ForgetSuppressions.Write([erasure], everyRow: false), ErasureSql.DeleteMessagesOfContacts.Write(self, everyRow: false), ErasureSql.DeleteContacts.Write(self));
        return true;
    }

    private static Task ForgetAsync(BulkSession session, ErasureUnderWay erasure, IReadOnlyCollection<DeliveryId> deliveries) => session.WriteAsync(
        DeliverySql.ForgetDeliveries.Write([.. deliveries.Select(id => new StoredRow<DeliveryId>(erasure.WorkspaceId, id))], everyRow: false),
        ErasureSql.DeleteDeliveryAddresses.Write(
            [
                .. from id in deliveries
                   from hash in erasure.Hashes
                   select new DeliveryAddress { WorkspaceId = hash.WorkspaceId, AddressHash = hash.AddressHash, DeliveryId = id },
            ],
            everyRow: false));

    // False when it is there no longer: the address may have a new contact already. An address stays, but the external id may have changed
    // since the contact was read; what is hidden has none any more, and its row has the hash.
    private static async Task<bool> LockAsync(BulkSession session, ErasureUnderWay erasure, string email, AddressKey? key)
    {
        Contact? locked = null;
        await session.ReadAsync(locking: true, ContactSql.SelectContacts.Read([(erasure.WorkspaceId, email)], row => locked = ContactSql.ReadContact(row)));
        if (locked?.Id != erasure.ContactId)
        {
            return false;
        }

        if (key is not null)
        {
            erasure.ExternalIdHash = locked.ExternalId is { } externalId ? key.HashOfId(externalId) : null;
        }

        return true;
    }
}
