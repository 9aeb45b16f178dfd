using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Bulk;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Events;

/// <summary>
/// The newest events of contacts by name, each kind from an index of its own, never more than are asked for: those of contacts with many
/// events, the first few of every contact, and those that were filled in.
/// </summary>
internal static class EventHistorySql
{
    public static readonly RowStatement<HistoryQuestion> SelectOfMany = new(
        $"""
        SELECT r.ordinal, e.id, e.properties
        FROM {Rows}
        {Each} (
            SELECT {Top} n.id, {Properties} AS properties
            FROM received_events n
            WHERE n.workspace_id = {Workspace} AND n.contact_id = r.contact_id AND n.event_name = r.event_name AND n.is_of_many = 1
                AND n.id <= r.id
            ORDER BY n.id DESC {Limit}) e
        """,
        question => question.WorkspaceId,
        Columns(question => question.Last));

    // All of the contact's that are not in the index by name. The CASE hides the name from planners that would go through all events of it.
    public static readonly RowStatement<HistoryQuestion> SelectFew = new(
        $"""
        SELECT r.ordinal, e.id, e.properties
        FROM {Rows}
        {Each} (
            SELECT {Top} n.id, {Properties} AS properties
            FROM received_events n
            WHERE n.workspace_id = {Workspace} AND n.contact_id = r.contact_id AND n.id <= r.id
                AND n.is_of_many = 0 AND n.history_at IS NULL AND CASE WHEN n.event_name = r.event_name THEN 1 ELSE 0 END = 1
            ORDER BY n.id DESC {Limit}) e
        """,
        question => question.WorkspaceId,
        Columns(question => question.LastOfFew));

    // The CASE hides the id, by which SQLite would go through all of the contact's events.
    public static readonly RowStatement<HistoryQuestion> SelectFilledIn = new(
        $"""
        SELECT r.ordinal, e.history_at, e.properties
        FROM {Rows}
        {Each} (
            SELECT {Top} n.history_at, {Properties} AS properties
            FROM received_events n
            WHERE n.workspace_id = {Workspace} AND n.contact_id = r.contact_id AND n.event_name = r.event_name AND n.history_at IS NOT NULL
                AND CASE WHEN n.id <= r.id THEN 1 ELSE 0 END = 1
            ORDER BY n.history_at DESC {Limit}) e
        """,
        question => question.WorkspaceId,
        Columns(question => question.Last));

    private static string Rows => "{rows}";

    private static string Workspace => "{workspace}";

    private static string Each => "{each}";

    private static string Top => "{top}";

    private static string Limit => "{limit}";

    private static string Properties => "CASE WHEN r.with_properties = 1 THEN n.properties END";

    private static Column<HistoryQuestion>[] Columns(Func<HistoryQuestion, EventId> last) =>
    [
        new("ordinal", Kind.Int, question => question.Ordinal),
        new("contact_id", Kind.Id, question => question.ContactId),
        new("event_name", Kind.Text, question => question.Needed.EventName, EventName.MaxLength),
        new("most", Kind.Int, question => question.Needed.Most),
        new("with_properties", Kind.Int, question => question.Needed.WithProperties ? 1 : 0),
        new("id", Kind.Id, question => last(question)),
    ];
}
