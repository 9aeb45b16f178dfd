using Microsoft.EntityFrameworkCore;
using Sendra.Application.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Events;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Replicas;

namespace Sendra.Infrastructure.Automations;

internal sealed class AutomationHistory(SendraDbContext db, BulkReader bulk) : IAutomationHistory
{
    public async Task<IReadOnlyList<PastEvent>> ReadAsync(
        string eventName, EventId? after, EventId first, EventId end, int count, CancellationToken cancellationToken)
    {
        var rows = db.ReceivedEvents.Where(row => row.EventName == eventName && row.Id < end);
        rows = after is { } last ? rows.Where(row => row.Id > last) : rows.Where(row => row.Id >= first);
        return await rows.OrderBy(row => row.Id).Take(count)
            .Select(row => new PastEvent(row.Id, row.ContactId, row.HistoryAt != null))
            .ToListAsync(cancellationToken);
    }

    public async Task<DateTimeOffset?> OldestAsync(CancellationToken cancellationToken) =>
        await db.ReceivedEvents.OrderBy(row => row.Id).Select(row => (EventId?)row.Id).FirstOrDefaultAsync(cancellationToken) is { } id
            ? TimeOrderedId.TimeOf(id)
            : null;

    public async Task<IReadOnlyDictionary<ContactId, PastRuns>> RunsAtAsync(
        AutomationId automationId, IReadOnlyCollection<ContactId> contactIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // Told apart by the events that made and dropped them: an enrollment's own id is a moment younger.
        var first = TimeOrderedId.LowerBound<EventId>(at);
        var runs = await db.Enrollments
            .Where(row => contactIds.Contains(row.ContactId) && row.AutomationId == automationId && row.EnrolledByEventId < first)
            .GroupBy(row => row.ContactId)
            .Select(runs => new
            {
                ContactId = runs.Key,
                LastRun = runs.Max(row => row.Run),
                Last = runs.OrderByDescending(row => row.Run).First().Id,
                Active = runs.Count(row => row.ExitedByEventId != null ? row.ExitedByEventId >= first : row.EndedAt == null || row.EndedAt >= at),
            })
            .ToListAsync(cancellationToken);
        return runs.ToDictionary(row => row.ContactId, row => new PastRuns(row.LastRun, row.Active, row.Last));
    }

    public async Task<IReadOnlyList<(ContactId ContactId, KeyHash Key)>> KeysAtAsync(
        AutomationId automationId, IReadOnlyCollection<ContactId> contactIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var first = TimeOrderedId.LowerBound<EventId>(at);
        var keys = await db.Enrollments
            .Where(row => contactIds.Contains(row.ContactId) && row.AutomationId == automationId && row.KeyHash != null && row.EnrolledByEventId < first)
            .Select(row => new { row.ContactId, row.KeyHash })
            .ToListAsync(cancellationToken);
        return keys.ConvertAll(row => (row.ContactId, row.KeyHash!.Value));
    }

    public async Task<ILookup<ContactId, EventId>> TriggersAtAsync(
        AutomationId automationId, IReadOnlyCollection<ContactId> contactIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var first = TimeOrderedId.LowerBound<EventId>(at);
        var runs = await db.Enrollments
            .Where(row => contactIds.Contains(row.ContactId) && row.AutomationId == automationId && row.EnrolledByEventId < first
                && (row.ExitedByEventId != null ? row.ExitedByEventId >= first : row.EndedAt == null || row.EndedAt >= at))
            .OrderBy(row => row.ContactId).ThenBy(row => row.Run)
            .Select(row => new { row.ContactId, row.EnrolledByEventId })
            .ToListAsync(cancellationToken);
        return runs.ToLookup(row => row.ContactId, row => row.EnrolledByEventId);
    }

    public async Task<long> MostContactsAsync(IReadOnlyCollection<string> eventNames, long enough, CancellationToken cancellationToken)
    {
        var events = await db.EventNameTallies.Where(row => eventNames.Contains(row.EventName)).SumAsync(row => row.ReceivedCount, cancellationToken);
        return events <= enough ? events : Math.Min(events, await db.Contacts.LongCountAsync(cancellationToken));
    }

    public async Task<IReadOnlyDictionary<ContactId, string>> EmailsAsync(IReadOnlyCollection<ContactId> contactIds, CancellationToken cancellationToken) =>
        await db.Contacts.Where(row => contactIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Email, cancellationToken);

    public async Task<IReadOnlyDictionary<EventId, RawJson?>> PropertiesAsync(IReadOnlyCollection<EventId> eventIds, CancellationToken cancellationToken) =>
        await db.ReceivedEvents.Where(row => eventIds.Contains(row.Id))
            .Select(row => new { row.Id, row.Properties })
            .ToDictionaryAsync(row => row.Id, row => row.Properties, cancellationToken);

    public async Task<IReadOnlyDictionary<EventId, EventHistory>> EarlierAsync(
        IReadOnlyList<(EventId EventId, Contact Contact)> past, IReadOnlyList<NeededHistory> needed, CancellationToken cancellationToken)
    {
        var histories = await bulk.ReadAsync(
            db.MayReadReplica, session => EventHistoryLoader.LoadAsync(session, [.. past.Select(one => (one.Contact, one.EventId, needed))]), cancellationToken);
        return past.Zip(histories).ToDictionary(one => one.First.EventId, one => one.Second);
    }

    public async Task<IReadOnlyDictionary<ContactId, Contact>> ContactsAsync(IReadOnlyCollection<ContactId> contactIds, CancellationToken cancellationToken) =>
        await db.Contacts.AsNoTracking().Where(row => contactIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
}
