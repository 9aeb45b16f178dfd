using Sendra.Application.Common;
using Sendra.Application.Events;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Events;

/// <summary>Reads the log in SQL: EF Core's share of a page was more than the database's (ADR 0031).</summary>
internal sealed class EventLog(ISqlReader sql, IWorkspaceContext workspace)
{
    private const int ContactPropertiesColumn = 18;
    private const int WarningsColumn = 19;
    private const int DecisionsColumn = 20;

    private readonly EventLogSearch _search = new(sql, workspace.WorkspaceId);

    /// <summary>The newest events that a filter lets through, newest first.</summary>
    /// <param name="afterId">Only those older than this one.</param>
    public async Task<List<LoggedEvent>> NewestAsync(EventLogFilter filter, EventId? afterId, int take, CancellationToken cancellationToken)
    {
        var rows = await _search.NewestAsync(filter, afterId, take, cancellationToken);
        var events = rows is null ? [] : await ReadAsync(rows, cancellationToken);
        events.Reverse();
        return events;
    }

    /// <summary>The ids from one on and before another, in order.</summary>
    public Task<List<EventId>> IdsAsync(EventId first, EventId end, CancellationToken cancellationToken) => sql.ReadAsync(
        $"SELECT e.id FROM received_events e WHERE e.workspace_id = {workspace.WorkspaceId} AND e.id >= {first} AND e.id < {end} ORDER BY e.id",
        row => row.Id<EventId>(0),
        cancellationToken);

    /// <summary>The highest ids from this one on, in no promised order.</summary>
    public Task<List<EventId>> HighestIdsAsync(EventId first, int take, CancellationToken cancellationToken) => sql.ReadAsync(
        Sql.First(take, $"e.id FROM received_events e WHERE e.workspace_id = {workspace.WorkspaceId} AND e.id >= {first} ORDER BY e.id DESC"),
        row => row.Id<EventId>(0),
        cancellationToken);

    /// <summary>The ids of the newest events that a filter lets through, in order.</summary>
    public async Task<List<EventId>> NewestIdsAsync(EventLogFilter filter, int take, CancellationToken cancellationToken) =>
        await _search.NewestAsync(filter, null, take, cancellationToken) is { } rows
            ? await sql.ReadAsync($"SELECT e.id FROM {rows} ORDER BY e.id", row => row.Id<EventId>(0), cancellationToken)
            : [];

    /// <summary>The events with these ids, in order of their ids.</summary>
    public async Task<List<LoggedEvent>> ReadAsync(IReadOnlyList<EventId> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await ReadAsync(_search.WithIds(ids), cancellationToken);

    /// <summary>One event with its decisions, or null.</summary>
    public async Task<EventDetails?> FindAsync(EventId id, CancellationToken cancellationToken)
    {
        var found = await sql.ReadAsync(
            Select($"{EventColumns}, e.contact_properties, e.warnings, e.decisions", _search.WithIds([id])),
            row => (
                Event: ToEvent(row),
                ContactProperties: RawOf(row, ContactPropertiesColumn),
                Warnings: WarningsConverter.Read(row.TextOrNull(WarningsColumn)),
                Decisions: DecisionsConverter.Read(row.TextOrNull(DecisionsColumn))),
            cancellationToken);
        if (found is not [var (logged, contactProperties, warnings, decisions)])
        {
            return null;
        }

        var names = await NamesAsync([.. decisions.Select(decision => decision.AutomationId).Distinct()], cancellationToken);
        return new EventDetails(
            logged,
            contactProperties,
            warnings,
            [.. decisions.Select(decision => ExplainedDecision.From(decision, names.GetValueOrDefault(decision.AutomationId, "(deleted)")))])
        {
            MessageId = logged.Origin.DeliveryId is null ? null : await MessageOfAsync(id, cancellationToken),
        };
    }

    // Only what came by a delivery can be a report of a mail provider.
    private async Task<MessageId?> MessageOfAsync(EventId id, CancellationToken cancellationToken)
    {
        var found = await sql.ReadAsync(
            $"SELECT m.message_id FROM message_events m WHERE m.workspace_id = {workspace.WorkspaceId} AND m.event_id = {id} AND m.event_id IS NOT NULL",
            row => row.Id<MessageId>(0),
            cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    private async Task<List<LoggedEvent>> ReadAsync(Sql rows, CancellationToken cancellationToken)
    {
        var events = await sql.ReadAsync(Select(EventColumns, rows), ToEvent, cancellationToken);
        events.Sort((left, right) => left.Id.CompareTo(right.Id));
        return events;
    }

    private async Task<Dictionary<AutomationId, string>> NamesAsync(IReadOnlyList<AutomationId> automationIds, CancellationToken cancellationToken)
    {
        if (automationIds.Count == 0)
        {
            return [];
        }

        var names = await sql.ReadAsync(
            $"SELECT a.id, a.name FROM automations a WHERE a.workspace_id = {workspace.WorkspaceId} AND a.id IN ({automationIds})",
            row => (Id: row.Id<AutomationId>(0), Name: row.Text(1)),
            cancellationToken);
        return names.ToDictionary(automation => automation.Id, automation => automation.Name);
    }

    private Sql EventColumns => $"""
        e.id, e.event_name, c.email, e.contact_id, e.occurred_at, e.source_id, e.delivery_id, s.name,
        CASE WHEN {_search.Declared} THEN 1 ELSE 0 END,
        e.enrolled, e.exited, e.woken, CASE WHEN e.history_at IS NULL THEN 0 ELSE 1 END, e.properties, e.automation_id, e.enrollment_id, a.name, e.client
        """;

    private Sql Select(Sql columns, Sql rows) => $"""
        SELECT {columns}
        FROM {rows}
        JOIN contacts c ON c.workspace_id = {workspace.WorkspaceId} AND c.id = e.contact_id
        LEFT JOIN event_sources s ON s.workspace_id = {workspace.WorkspaceId} AND s.id = e.source_id
        LEFT JOIN automations a ON a.workspace_id = {workspace.WorkspaceId} AND a.id = e.automation_id
        """;

    private static LoggedEvent ToEvent(RowReader row)
    {
        var id = row.Id<EventId>(0);
        return new LoggedEvent(
            id,
            row.Text(1),
            row.Text(2),
            row.Id<ContactId>(3),
            TimeOrderedId.TimeOf(id),
            row.LongOrNull(4) is { } microseconds ? UnixMicrosecondsConverter.ToTime(microseconds) : null,
            new EventOrigin(
                row.IdOrNull<EventSourceId>(5), row.IdOrNull<DeliveryId>(6), row.IdOrNull<AutomationId>(14), row.IdOrNull<EnrollmentId>(15), (EventClient?)row.IntOrNull(17)),
            row.TextOrNull(7),
            row.TextOrNull(16),
            row.Int(8) > 0,
            row.Int(9),
            row.Int(10),
            row.Int(11),
            row.Int(12) > 0,
            RawOf(row, 13));
    }

    private static RawJson? RawOf(RowReader row, int column) => row.TextOrNull(column) is { } json ? new RawJson(json) : null;
}
