using Microsoft.EntityFrameworkCore;
using Sendra.Application.Events;
using Sendra.Domain.Common;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Contacts;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Events;

/// <summary>
/// Finds the newest events that a filter lets through. Asks so that an index which holds them newest first answers,
/// on every database, whatever its planner makes of a list of names or an "or".
/// </summary>
internal sealed class EventLogSearch(SendraDbContext db)
{
    // So many names are asked one by one; a log of more declared (or undeclared) names is dense enough to be walked.
    private const int MaxNames = 50;

    // So many contacts, with so many events in all, are sorted here; more of them are dense enough, too.
    private const int MaxContacts = 500;
    private const int MaxContactEvents = 5_000;

    /// <summary>The rows of the newest events, in any order; null when there are none.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="afterId">Only those older than this one.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IQueryable<ReceivedEvent>?> NewestAsync(EventLogFilter filter, Guid? afterId, int take, CancellationToken cancellationToken)
    {
        var rows = ByOrigin(ByTime(db.ReceivedEvents, filter, afterId), filter);
        var names = await NamesAsync(filter, cancellationToken);
        if (filter.Email is { } email)
        {
            var contactId = await db.Contacts.Where(row => row.Email == email.Value).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
            rows = rows.Where(row => row.ContactId == contactId);
        }
        else if (names?.Count is > 0 and <= MaxNames && string.IsNullOrEmpty(filter.EmailPrefix))
        {
            return await NewestAsync(names.Select(name => rows.Where(row => row.EventName == name)), filter, take, cancellationToken);
        }

        rows = ByName(rows, names, filter);
        return string.IsNullOrEmpty(filter.EmailPrefix)
            ? await NewestAsync([rows], filter, take, cancellationToken)
            : await NewestOfAsync(filter.EmailPrefix, rows, filter, take, cancellationToken);
    }

    private static IQueryable<ReceivedEvent> ByTime(IQueryable<ReceivedEvent> rows, EventLogFilter filter, Guid? afterId)
    {
        if (filter.From is { } from)
        {
            var first = TimeOrderedId.LowerBound(from);
            rows = rows.Where(row => row.Id >= first);
        }

        return EndOf(filter, afterId) is { } end ? rows.Where(row => row.Id < end) : rows;
    }

    // One bound, the lower of both: of two, a planner seeks by one and walks the rows up to the other.
    private static Guid? EndOf(EventLogFilter filter, Guid? afterId)
    {
        Guid? to = filter.To is { } time ? TimeOrderedId.LowerBound(time) : null;
        return afterId is null || to < afterId ? to : afterId;
    }

    private static IQueryable<ReceivedEvent> ByOrigin(IQueryable<ReceivedEvent> rows, EventLogFilter filter)
    {
        rows = filter.Origin switch
        {
            EventOriginType.Api => rows.Where(row => row.SourceId == null),
            EventOriginType.Webhook => rows.Where(row => row.SourceId != null),
            _ => rows,
        };
        return filter.SourceId is { } sourceId ? rows.Where(row => row.SourceId == sourceId) : rows;
    }

    // Rows of one kind are the beginning of one index. Of several kinds the ids come first, and the rows by them.
    private async Task<IQueryable<ReceivedEvent>?> NewestAsync(
        IEnumerable<IQueryable<ReceivedEvent>> branches, EventLogFilter filter, int take, CancellationToken cancellationToken) =>
        branches.SelectMany(rows => ByEffect(rows, filter.HasEffect)).ToArray() is var kinds && kinds is [var only]
            ? only.OrderByDescending(row => row.Id).Take(take)
            : WithIds(await NewestFirst.Merge(kinds, row => row.Id, take).ToListAsync(cancellationToken));

    private IQueryable<ReceivedEvent>? WithIds(List<Guid> ids) => ids.Count == 0 ? null : db.ReceivedEvents.Where(row => ids.Contains(row.Id));

    // An event that did both stands in both indexes, but must come once.
    private static IEnumerable<IQueryable<ReceivedEvent>> ByEffect(IQueryable<ReceivedEvent> rows, bool? hasEffect) => hasEffect switch
    {
        true => [rows.Where(row => row.Enrolled > 0), rows.Where(row => row.Exited > 0 && row.Enrolled == 0)],
        false => [rows.Where(row => row.Enrolled == 0 && row.Exited == 0)],
        null => [rows],
    };

    // Where contacts are asked for, too, appending nothing hides the name from planners that would take its index: of
    // one contact there are fewer events than of one name.
    private IQueryable<ReceivedEvent> ByName(IQueryable<ReceivedEvent> rows, List<string>? names, EventLogFilter filter) =>
        names is not null ? rows.Where(row => names.Contains(row.EventName + ""))
        : filter.Declared is { } declared ? rows.Where(row => db.EventPatterns.Any(pattern => pattern.Name == row.EventName) == declared)
        : rows;

    // The names that the filter lets through, or null when it lets any through, or too many to list.
    private async Task<List<string>?> NamesAsync(EventLogFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Declared is not { } declared)
        {
            return filter.EventNames.Count > 0 ? [.. filter.EventNames] : null;
        }

        if (filter.EventNames.Count > 0)
        {
            var known = await db.EventPatterns.Where(row => filter.EventNames.Contains(row.Name)).Select(row => row.Name).ToListAsync(cancellationToken);
            return declared ? known : [.. filter.EventNames.Except(known, StringComparer.Ordinal)];
        }

        var names = declared
            ? db.EventPatterns.Select(row => row.Name)
            : db.EventNameTallies.Select(row => row.EventName).Where(name => !db.EventPatterns.Any(pattern => pattern.Name == name)).Distinct();
        var some = await names.Take(MaxNames + 1).ToListAsync(cancellationToken);
        return some.Count > MaxNames ? null : some;
    }

    private async Task<IQueryable<ReceivedEvent>?> NewestOfAsync(
        string emailPrefix, IQueryable<ReceivedEvent> rows, EventLogFilter filter, int take, CancellationToken cancellationToken)
    {
        var contacts = db.Contacts.WhereEmailBeginsWith(emailPrefix);
        var ids = await contacts.Select(contact => contact.Id).Take(MaxContacts + 1).ToListAsync(cancellationToken);
        if (ids.Count <= MaxContacts)
        {
            // Unsorted, or planners would walk the log after all.
            var found = await ByEffect(rows.Where(row => ids.Contains(row.ContactId)), filter.HasEffect)
                .Aggregate((left, right) => left.Concat(right))
                .Select(row => row.Id)
                .Take(MaxContactEvents + 1)
                .ToListAsync(cancellationToken);
            if (found.Count <= MaxContactEvents)
            {
                return WithIds([.. found.OrderDescending().Take(take)]);
            }
        }

        return await NewestAsync([rows.Where(row => contacts.Any(contact => contact.Id == row.ContactId))], filter, take, cancellationToken);
    }
}
