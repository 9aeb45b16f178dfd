using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Events;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Events;

internal sealed class EventLog(SendraDbContext db, EventLogSearch search) : IEventLog
{
    public async Task<Page<LoggedEvent>> ListAsync(EventLogFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        var rows = await search.NewestAsync(filter, paging.AfterId, paging.Size + 1, cancellationToken);
        var items = rows is null ? [] : await Read(rows).ToListAsync(cancellationToken);
        items.Sort((left, right) => right.Id.CompareTo(left.Id));
        return paging.Cut(items.ConvertAll(item => item.ToEvent()), item => item.Id);
    }

    /// <summary>The ids from this one on, in order.</summary>
    public Task<List<Guid>> IdsFromAsync(Guid first, CancellationToken cancellationToken) =>
        db.ReceivedEvents.Where(row => row.Id >= first).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellationToken);

    /// <summary>The events with these ids, in order of their ids.</summary>
    public async Task<List<LoggedEvent>> ReadAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var items = await Read(db.ReceivedEvents.Where(row => ids.Contains(row.Id))).OrderBy(item => item.Id).ToListAsync(cancellationToken);
        return items.ConvertAll(item => item.ToEvent());
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
            SourceName = db.EventSources.Where(source => source.Id == row.SourceId).Select(source => source.Name).FirstOrDefault(),
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

        public required string? SourceName { get; init; }

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
            SourceName,
            Declared,
            Enrolled,
            Exited,
            Properties);
    }
}
