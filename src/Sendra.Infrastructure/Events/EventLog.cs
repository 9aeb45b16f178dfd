using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Events;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Contacts;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Events;

internal sealed class EventLog(SendraDbContext db) : IEventLog
{
    public async Task<Page<LoggedEvent>> ListAsync(EventLogFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        var rows = Filter(db.ReceivedEvents.AsNoTracking(), filter, paging.AfterId);
        var newest = rows.OrderByDescending(row => row.Id).Take(paging.Size + 1);
        var items = await Read(newest).OrderByDescending(item => item.Id).ToListAsync(cancellationToken);
        return paging.Cut([.. items.Select(item => item.ToEvent())], item => item.Id);
    }

    public async Task<EventDetails?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var one = db.ReceivedEvents.AsNoTracking().Where(row => row.Id == id);
        if (await Read(one).FirstOrDefaultAsync(cancellationToken) is not { } item)
        {
            return null;
        }

        var decisions = await one.Select(row => row.Decisions).SingleAsync(cancellationToken) ?? [];
        var ids = decisions.Select(decision => decision.AutomationId).Distinct().ToArray();
        var names = await db.Automations
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return new EventDetails(
            item.ToEvent(),
            [.. decisions.Select(decision => ExplainedDecision.From(decision, names.GetValueOrDefault(decision.AutomationId, "(deleted)")))]);
    }

    private IQueryable<ReceivedEvent> Filter(IQueryable<ReceivedEvent> rows, EventLogFilter filter, Guid? afterId)
    {
        if (afterId is { } after)
        {
            rows = rows.Where(row => row.Id < after);
        }

        if (filter.From is { } from)
        {
            var first = TimeOrderedId.LowerBound(from);
            rows = rows.Where(row => row.Id >= first);
        }

        if (filter.To is { } to)
        {
            var end = TimeOrderedId.LowerBound(to);
            rows = rows.Where(row => row.Id < end);
        }

        if (filter.EventNames.Count > 0)
        {
            rows = rows.Where(row => filter.EventNames.Contains(row.EventName));
        }

        if (filter.Email is { } email)
        {
            rows = rows.Where(row => db.Contacts.Any(contact => contact.Email == email.Value && contact.Id == row.ContactId));
        }

        if (!string.IsNullOrEmpty(filter.EmailPrefix))
        {
            var contacts = db.Contacts.WhereEmailBeginsWith(filter.EmailPrefix);
            rows = rows.Where(row => contacts.Any(contact => contact.Id == row.ContactId));
        }

        if (filter.Declared is { } declared)
        {
            rows = rows.Where(row => db.EventPatterns.Any(pattern => pattern.Name == row.EventName) == declared);
        }

        if (filter.Origin is { } origin)
        {
            rows = rows.Where(row => (row.SourceId == null) == (origin == EventOriginType.Api));
        }

        if (filter.SourceId is { } sourceId)
        {
            rows = rows.Where(row => row.SourceId == sourceId);
        }

        if (filter.HasEffect is { } hasEffect)
        {
            rows = rows.Where(row => (row.Enrolled > 0 || row.Exited > 0) == hasEffect);
        }

        return rows;
    }

    private IQueryable<Item> Read(IQueryable<ReceivedEvent> rows) =>
        from row in rows
        join contact in db.Contacts on row.ContactId equals contact.Id
        select new Item
        {
            Id = row.Id,
            EventName = row.EventName,
            Email = contact.Email,
            ContactId = row.ContactId,
            OccurredAt = row.OccurredAt,
            SourceId = row.SourceId,
            DeliveryId = row.DeliveryId,
            Declared = db.EventPatterns.Any(pattern => pattern.Name == row.EventName),
            Enrolled = row.Enrolled,
            Exited = row.Exited,
            Properties = row.Properties,
        };

    private sealed class Item
    {
        public required Guid Id { get; init; }

        public required string EventName { get; init; }

        public required string Email { get; init; }

        public required Guid ContactId { get; init; }

        public required DateTimeOffset? OccurredAt { get; init; }

        public required Guid? SourceId { get; init; }

        public required Guid? DeliveryId { get; init; }

        public required bool Declared { get; init; }

        public required int Enrolled { get; init; }

        public required int Exited { get; init; }

        public required RawJson? Properties { get; init; }

        public LoggedEvent ToEvent() => new(
            Id,
            EventName,
            Email,
            ContactId,
            TimeOrderedId.TimeOf(Id),
            OccurredAt,
            new EventOrigin(SourceId, DeliveryId),
            Declared,
            Enrolled,
            Exited,
            Properties);
    }
}
