using Sendra.Application.Events;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Events;

/// <summary>
/// Finds the newest events that a filter lets through. Asks so that an index which holds them newest first answers,
/// on every database, whatever its planner makes of a list of names or an "or".
/// </summary>
/// <param name="sql">Runs the queries.</param>
/// <param name="workspaceId">Whose events.</param>
internal sealed class EventLogSearch(ISqlReader sql, WorkspaceId workspaceId)
{
    // So many names are asked one by one; a log of more declared (or undeclared) names is dense enough to be walked.
    private const int MaxNames = 50;

    // So many pages are merged as rows.
    private const int MaxPagesOfRows = 4;

    // So many contacts, with so many events in all, are sorted; more of them are dense enough, too.
    private const int MaxContacts = 500;
    private const int MaxContactEvents = 50_000;

    /// <summary>True for a row <c>e</c> whose name is declared now.</summary>
    public Sql Declared => $"EXISTS (SELECT 1 FROM event_patterns p WHERE p.workspace_id = {workspaceId} AND p.name = e.event_name)";

    /// <summary>The rows of the newest events, as a table <c>e</c>; null when there are none.</summary>
    /// <param name="afterId">Only those older than this one.</param>
    /// <param name="take">How many.</param>
    public async Task<Sql?> NewestAsync(EventLogFilter filter, EventId? afterId, int take, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(filter, cancellationToken);
        if (names?.Count == 0 || filter.Email?.Value.StartsWith(filter.EmailPrefix ?? "", StringComparison.Ordinal) == false)
        {
            return null;
        }

        var rows = Sql.Join(" AND ", [.. Conditions(filter, afterId)]);
        if (filter.Email is null && filter.EmailPrefix is null && names is not null)
        {
            return Newest([.. names.Select<string, Sql>(name => $"{rows} AND e.event_name = {name}")], take);
        }

        rows = ByName(rows, names, filter.Text.Declared);
        return filter.EmailPrefix is null || filter.Email is not null
            ? Newest([rows], take)
            : await NewestOfAsync(filter.EmailPrefix, rows, take, cancellationToken);
    }

    /// <summary>The rows with these ids, as a table <c>e</c>.</summary>
    /// <param name="ids">At least one.</param>
    public Sql WithIds(IReadOnlyList<EventId> ids) => WithIds($"{ids}");

    // No join: a planner might begin with the rows, and find the ids anew for each.
    private Sql WithIds(Sql ids) =>
        $"(SELECT * FROM received_events r WHERE r.workspace_id = {workspaceId} AND r.id IN ({ids}) AND {Kept($"r.contact_id")}) e";

    // Nobody sees an erasure half done.
    private Sql Kept(Sql contactId) =>
        $"NOT EXISTS (SELECT 1 FROM erasures x WHERE x.workspace_id = {workspaceId} AND x.contact_id = {contactId})";

    private IEnumerable<Sql> Conditions(EventLogFilter filter, EventId? afterId)
    {
        yield return $"e.workspace_id = {workspaceId}";
        yield return Kept($"e.contact_id");
        foreach (var condition in LogConditions.Of(filter))
        {
            if (condition.Sql is { } sqlOf)
            {
                yield return sqlOf(filter, workspaceId);
            }
        }

        if (EndOf(filter, afterId) is { } end)
        {
            yield return $"e.id < {end}";
        }
    }

    // One bound, the lower of both: of two, a planner seeks by one and walks the rows up to the other.
    private static EventId? EndOf(EventLogFilter filter, EventId? afterId)
    {
        EventId? to = filter.To is { } time ? TimeOrderedId.LowerBound<EventId>(time) : null;
        return afterId is null || to < afterId ? to : afterId;
    }

    // Where contacts are asked for, too, the CASE hides the names from planners that would take their index: of one contact
    // there are fewer events than of one name.
    private Sql ByName(Sql rows, List<string>? names, bool? declared) => (names, declared) switch
    {
        (not null, _) => $"{rows} AND CASE WHEN e.event_name IN ({names}) THEN 1 ELSE 0 END = 1",
        (null, true) => $"{rows} AND {Declared}",
        (null, false) => $"{rows} AND NOT {Declared}",
        _ => rows,
    };

    // Rows of one kind are the beginning of one index. Of several kinds a page of each is merged: asked for all kinds at
    // once, planners sort every row of every kind, or walk the whole table. To read the rows of many pages takes longer
    // than to look up those of the one that is left.
    private Sql Newest(Sql[] kinds, int take)
    {
        Sql rows = $"*";
        return kinds switch
        {
            [var only] => $"({Page(rows, only)}) e",
            { Length: <= MaxPagesOfRows } => $"({Merged(rows)}) e",
            _ => WithIds(Merged($"id")),
        };

        Sql Page(Sql columns, Sql kind) => Sql.First(take, $"{columns} FROM received_events e WHERE {kind} ORDER BY e.id DESC");

        Sql Merged(Sql columns)
        {
            var pages = Sql.Join(" UNION ALL ", Array.ConvertAll<Sql, Sql>(kinds, kind => $"SELECT * FROM ({Page(columns, kind)}) p"));
            return Sql.First(take, $"* FROM ({pages}) a ORDER BY a.id DESC");
        }
    }

    private async Task<Sql> NewestOfAsync(string emailPrefix, Sql rows, int take, CancellationToken cancellationToken)
    {
        Sql begins = $"c.email >= {emailPrefix} AND c.email < {TextRange.EndOf(emailPrefix)}";
        Sql contacts = $"FROM contacts c WHERE c.workspace_id = {workspaceId} AND {begins}";

        // Unsorted inside, or planners would walk the log after all. The limits, which nothing reaches, and CROSS tell
        // them to begin with the contacts.
        Sql events = $"""
            SELECT e.id FROM ({Sql.First(10 * MaxContacts, $"c.id {contacts}")}) k
            CROSS JOIN received_events e WHERE e.contact_id = k.id AND {rows}
            """;
        Sql Some(int most) => Sql.First(most, $"a.id FROM ({events}) a");

        // Addresses alone are counted in their index.
        var areFew = await sql.ReadAsync(
            $"""
            SELECT CASE
                WHEN (SELECT count(*) FROM ({Sql.First(MaxContacts + 1, $"c.email {contacts}")}) k) > {MaxContacts} THEN 0
                WHEN (SELECT count(*) FROM ({Some(MaxContactEvents + 1)}) i) > {MaxContactEvents} THEN 0
                ELSE 1 END
            """,
            row => row.Int(0) > 0,
            cancellationToken);
        if (areFew is [true])
        {
            return WithIds(Sql.First(take, $"i.id FROM ({Some(10 * MaxContactEvents)}) i ORDER BY i.id DESC"));
        }

        // Each row's contact is looked at; an EXISTS would let planners gather all contacts first.
        rows = $"{rows} AND (SELECT CASE WHEN {begins} THEN 1 ELSE 0 END FROM contacts c WHERE c.workspace_id = {workspaceId} AND c.id = e.contact_id) = 1";
        return Newest([rows], take);
    }

    // The names that the filter lets through, or null when it lets any through, or too many to list.
    private async Task<List<string>?> NamesAsync(EventLogFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Text.Declared is not { } declared)
        {
            return filter.EventNames.Count > 0 ? [.. filter.EventNames] : null;
        }

        if (filter.EventNames.Count > 0)
        {
            var known = await sql.ReadAsync(
                $"SELECT p.name FROM event_patterns p WHERE p.workspace_id = {workspaceId} AND p.name IN ({filter.EventNames})",
                row => row.Text(0),
                cancellationToken);
            return declared ? known : [.. filter.EventNames.Except(known, StringComparer.Ordinal)];
        }

        // NOT IN, since an EXISTS may be looked up name by name, through all that are declared.
        Sql patterns = $"p.name FROM event_patterns p WHERE p.workspace_id = {workspaceId}";
        var some = await sql.ReadAsync(
            Sql.First(MaxNames + 1, declared
                ? patterns
                : $"t.event_name FROM event_name_tallies t WHERE t.workspace_id = {workspaceId} AND t.event_name NOT IN (SELECT {patterns}) GROUP BY t.event_name"),
            row => row.Text(0),
            cancellationToken);
        return some.Count > MaxNames ? null : some;
    }
}
