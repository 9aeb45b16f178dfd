using NodaTime;
using Sendra.Domain.Calendar;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Queries;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Outbox;

/// <summary>The statements that count what workspaces with limits send (M6).</summary>
internal static class MailTurnSql
{
    // Of two at once, one is refused by the key, and finds the row when it repeats.
    public static readonly RowStatement<WorkspaceId> InsertMissing = new(
        """
        INSERT INTO mail_turns (workspace_id, second_began, tries, day_number, day_messages, time_zone)
        SELECT {workspace}, 0, 0, 0, 0, ''
        WHERE NOT EXISTS (SELECT 1 FROM mail_turns t WHERE t.workspace_id = {workspace})
        """,
        id => id);

    // Locks it on every database: whoever counts next sees what this one has counted.
    public static readonly RowStatement<WorkspaceId> Lock = new(
        "UPDATE mail_turns SET tries = mail_turns.tries WHERE mail_turns.workspace_id = {workspace}",
        id => id);

    public static readonly RowStatement<WorkspaceId> Select = new(
        """
        SELECT w.messages_per_second, w.messages_per_day, w.time_zone, t.second_began, t.tries, t.day_number, t.day_messages
        FROM workspaces w
        JOIN mail_turns t ON t.workspace_id = {workspace}
        WHERE w.id = {workspace}
        """,
        id => id);

    // While some wait, it opens for them again.
    public static readonly RowStatement<MailCount> Save = new(
        """
        UPDATE mail_turns
        SET second_began = r.second_began, tries = r.tries, day_number = r.day_number, day_messages = r.day_messages,
            per_second = r.per_second, per_day = r.per_day, time_zone = r.time_zone,
            opens_at = CASE WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.workspace_id = {workspace} AND o.limited_at IS NOT NULL) THEN r.opens_at ELSE NULL END
        FROM {rows}
        WHERE mail_turns.workspace_id = {workspace}
        """,
        row => row.WorkspaceId,
        new("second_began", Kind.Long, row => UnixMicrosecondsConverter.ToMicroseconds(row.Usage.SecondBegan)),
        new("tries", Kind.Int, row => row.Usage.Tries),
        new("day_number", Kind.Int, row => row.Usage.Day),
        new("day_messages", Kind.Int, row => row.Usage.Messages),
        new("per_second", Kind.Int, row => row.Limit.PerSecond),
        new("per_day", Kind.Int, row => row.Limit.PerDay),
        new("time_zone", Kind.Text, row => row.Limit.Zone.Id, TimeZones.MaxNameLength),
        new("opens_at", Kind.Long, row => UnixMicrosecondsConverter.ToMicroseconds(row.OpensAt)));

    /// <summary>A row of <see cref="Select"/>.</summary>
    public static (SendingLimit Limit, SendingUsage Usage) Read(RowReader row) => (
        new SendingLimit(row.IntOrNull(0), row.IntOrNull(1), TimeZones.Find(row.Text(2)) ?? DateTimeZone.Utc),
        new SendingUsage(UnixMicrosecondsConverter.ToTime(row.LongOrNull(3)!.Value), row.Int(4), row.Int(5), row.Int(6)));
}
