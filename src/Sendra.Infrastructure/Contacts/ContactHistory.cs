using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Enrollments;
using Sendra.Application.Events;
using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;
using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Contacts;

/// <summary>One page of a timeline costs five queries, and each kind is read newest first from an index of its own.</summary>
internal sealed class ContactHistory(SendraDbContext db, JourneyReader journeys) : IContactHistory
{
    private const int ExportStep = 500;

    // Each with all its visits.
    private const int EnrollmentStep = 100;

    public async Task<Page<TimelineItem>> ListAsync(
        ContactId contactId, TimelineCursor? after, Paging paging, CancellationToken cancellationToken)
    {
        var take = paging.Size + 1;
        var events = await EventsOf(contactId, after).Take(take).ToListAsync(cancellationToken);
        var ends = await EndsOf(contactId, after).Take(take).ToListAsync(cancellationToken);
        var beginnings = await BeginningsOf(contactId, after).Take(take).ToListAsync(cancellationToken);
        TimelineEntry[] newest =
        [
            .. events.Select(TimelineEntry.OfEvent)
                .Concat(ends.Select(TimelineEntry.OfEnd))
                .Concat(beginnings.Select(TimelineEntry.OfBeginning))
                .OrderByDescending(entry => entry.Place.Order)
                .Take(take),
        ];
        var page = paging.Cut(newest, entry => entry.Place.ToString());
        var automationNames = await AutomationNamesAsync(page.Items.Select(entry => entry.AutomationId), cancellationToken);
        var told = await TimelineEventsAsync(page.Items.Select(entry => entry.EventId), cancellationToken);
        return new Page<TimelineItem>([.. page.Items.Select(entry => entry.ToItem(automationNames, told))], page.NextCursor);
    }

    public async IAsyncEnumerable<EventDetails> EventsAsync(Contact contact, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var step in StepsAsync(db.ReceivedEvents.Where(row => row.ContactId == contact.Id), cancellationToken))
        {
            var names = await AutomationNamesAsync(step.SelectMany(row => row.Decisions.Select(decision => (AutomationId?)decision.AutomationId).Append(row.AutomationId)), cancellationToken);
            var wanted = step.Select(row => row.EventName).Distinct().ToArray();
            var declared = await db.EventPatterns.Where(row => wanted.Contains(row.Name)).Select(row => row.Name).ToListAsync(cancellationToken);
            var sources = step.Select(row => row.SourceId).OfType<EventSourceId>().Distinct().ToArray();
            var sourceNames = await db.EventSources.Where(row => sources.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
            foreach (var row in step)
            {
                yield return new EventDetails(
                    new LoggedEvent(
                        row.Id,
                        row.EventName,
                        contact.Email,
                        contact.Id,
                        row.ReceivedAt,
                        row.OccurredAt,
                        row.Origin,
                        row.SourceId is { } source ? sourceNames.GetValueOrDefault(source) : null,
                        row.AutomationId is { } sender ? names.GetValueOrDefault(sender) : null,
                        declared.Contains(row.EventName),
                        row.Enrolled,
                        row.Exited,
                        row.Woken,
                        row.HistoryAt is not null,
                        row.Properties),
                    row.ContactProperties,
                    row.Warnings,
                    [.. row.Decisions.Select(decision => ExplainedDecision.From(decision, names.GetValueOrDefault(decision.AutomationId, "(deleted)")))]);
            }
        }
    }

    public async IAsyncEnumerable<EnrollmentJourney> EnrollmentsAsync(Contact contact, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = default(EnrollmentId);
        while (true)
        {
            var step = await db.Enrollments.AsNoTracking().Where(row => row.ContactId == contact.Id && row.Id > from)
                .OrderBy(row => row.Id).Take(EnrollmentStep).ToListAsync(cancellationToken);
            if (step.Count == 0)
            {
                yield break;
            }

            from = step[^1].Id;
            var names = await AutomationNamesAsync(step.Select(row => (AutomationId?)row.AutomationId), cancellationToken);
            var runs = step.ConvertAll(row => (row, EnrollmentResult.Of(row, names[row.AutomationId], contact.Email)));
            foreach (var journey in await journeys.ReadAsync(runs, cancellationToken))
            {
                yield return journey;
            }
        }
    }

    public async IAsyncEnumerable<Delivery> DeliveriesAsync(Contact contact, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = db.ReceivedEvents.Where(row => row.ContactId == contact.Id && row.DeliveryId != null);
        await foreach (var step in StepsAsync(rows, cancellationToken))
        {
            // One by one, because a payload may have a megabyte.
            var events = step.Select(row => (EventId?)row.Id).ToArray();
            var own = step.Select(row => row.DeliveryId!.Value).Distinct().ToArray();
            var repeats = db.Deliveries.Where(row => row.EventId != null && events.Contains(row.EventId)).Select(row => row.Id);
            var ids = await db.Deliveries.Where(row => own.Contains(row.Id)).Select(row => row.Id).Union(repeats).OrderBy(id => id).ToListAsync(cancellationToken);
            foreach (var id in ids)
            {
                if (await db.Deliveries.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } delivery)
                {
                    // A list holds other people's items, too; what is this person's is in the events.
                    if (delivery.Items is not null)
                    {
                        delivery.ForgetPayload();
                    }

                    yield return delivery;
                }
            }
        }
    }

    // Step by step, because a query of all of them would be read ahead into memory where a broken one is repeated.
    private static async IAsyncEnumerable<List<ReceivedEvent>> StepsAsync(
        IQueryable<ReceivedEvent> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = default(EventId);
        while (true)
        {
            var step = await rows.AsNoTracking().Where(row => row.Id > from).OrderBy(row => row.Id).Take(ExportStep).ToListAsync(cancellationToken);
            if (step.Count == 0)
            {
                yield break;
            }

            from = step[^1].Id;
            yield return step;
        }
    }

    private IQueryable<EventId> EventsOf(ContactId contactId, TimelineCursor? after)
    {
        var rows = db.ReceivedEvents.Where(row => row.ContactId == contactId);
        if (after is not null)
        {
            var end = after.IdFor<EventId>(TimelineCursor.Events);
            rows = rows.Where(row => row.Id < end);
        }

        return rows.OrderByDescending(row => row.Id).Select(row => row.Id);
    }

    private IQueryable<Enrollment> BeginningsOf(ContactId contactId, TimelineCursor? after)
    {
        var rows = db.Enrollments.AsNoTracking().Where(row => row.ContactId == contactId);
        if (after is not null)
        {
            var end = after.IdFor<EnrollmentId>(TimelineCursor.Beginnings);
            rows = rows.Where(row => row.Id < end);
        }

        return rows.OrderByDescending(row => row.Id);
    }

    private IQueryable<Enrollment> EndsOf(ContactId contactId, TimelineCursor? after)
    {
        var rows = db.Enrollments.AsNoTracking().Where(row => row.ContactId == contactId && row.EndedAt != null);
        if (after is { Rank: TimelineCursor.Ends })
        {
            var (at, id) = (after.At, new EnrollmentId(after.Id));
            rows = rows.Where(row => row.EndedAt <= at && (row.EndedAt < at || row.Id < id));
        }
        else if (after is not null)
        {
            var end = after.EndFor(TimelineCursor.Ends);
            rows = rows.Where(row => row.EndedAt < end);
        }

        return rows.OrderByDescending(row => row.EndedAt).ThenByDescending(row => row.Id);
    }

    private Task<Dictionary<AutomationId, string>> AutomationNamesAsync(IEnumerable<AutomationId?> automationIds, CancellationToken cancellationToken)
    {
        var ids = automationIds.OfType<AutomationId>().Distinct().ToArray();
        return db.Automations.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
    }

    private Task<Dictionary<EventId, TimelineEvent>> TimelineEventsAsync(IEnumerable<EventId?> eventIds, CancellationToken cancellationToken)
    {
        var ids = eventIds.OfType<EventId>().Distinct().ToArray();
        return db.ReceivedEvents.Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.EventName, row.OccurredAt })
            .ToDictionaryAsync(row => row.Id, row => new TimelineEvent(row.EventName, row.OccurredAt), cancellationToken);
    }
}
