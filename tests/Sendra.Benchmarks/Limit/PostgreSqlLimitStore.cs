using Npgsql;
using NpgsqlTypes;

namespace Sendra.Benchmarks.Limit;

/// <summary>One statement a group, which commits by itself.</summary>
internal sealed class PostgreSqlLimitStore(NpgsqlConnection connection, LimitRules rules) : ILimitStore
{
    private const string Sql = """
        WITH r AS (
            SELECT * FROM unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                AS r(id, contact_id, enrollment_id, email, event_name, properties, first_name, last_name, name, enrolls, exits)),
        c AS (
            INSERT INTO contacts (id, workspace_id, email, first_name, last_name, name, custom_fields, last_event_id)
            SELECT r.contact_id, $1, r.email, r.first_name, r.last_name, r.name, '{}', r.id FROM r ORDER BY r.email
            ON CONFLICT (workspace_id, email) DO UPDATE SET first_name = COALESCE(excluded.first_name, contacts.first_name),
                last_name = COALESCE(excluded.last_name, contacts.last_name), name = COALESCE(excluded.name, contacts.name),
                last_event_id = excluded.last_event_id
            RETURNING id, last_event_id),
        x AS (
            UPDATE enrollments e SET status = 3, resume_at = NULL, exited_by_event_id = r.id,
                ended_at = (extract(epoch FROM now()) * 1000000)::bigint
            FROM c JOIN r ON r.id = c.last_event_id
            WHERE r.exits AND e.workspace_id = $1 AND e.contact_id = c.id AND e.automation_id = $2 AND e.status = 1
            RETURNING e.id, e.contact_id),
        d AS (
            SELECT contact_id, count(*)::int AS exited,
                '[' || string_agg('{"a":"' || $2 || '","r":6,"e":"' || id || '","s":0}', ',') || ']' AS decisions
            FROM x GROUP BY contact_id),
        n AS (
            INSERT INTO enrollments (id, workspace_id, automation_id, contact_id, run, status, step, enrolled_by_event_id)
            SELECT r.enrollment_id, $1, $2, c.id, 1 + COALESCE((
                SELECT max(e.run) FROM enrollments e
                WHERE e.workspace_id = $1 AND e.contact_id = c.id AND e.automation_id = $2), 0), 1, 0, r.id
            FROM c JOIN r ON r.id = c.last_event_id
            WHERE r.enrolls)
        INSERT INTO received_events (id, workspace_id, contact_id, event_name, properties, enrolled, exited, has_effect, decisions)
        SELECT r.id, $1, c.id, r.event_name, r.properties, r.enrolls::int, COALESCE(d.exited, 0), (r.enrolls OR d.exited > 0)::int,
            CASE WHEN r.enrolls THEN '[{"a":"' || $2 || '","r":1,"e":"' || r.enrollment_id || '"}]' ELSE d.decisions END
        FROM c JOIN r ON r.id = c.last_event_id LEFT JOIN d ON d.contact_id = c.id
        RETURNING id, exited
        """;

    // Another group was first with the same contact.
    private static readonly string[] Repeatable = [PostgresErrorCodes.UniqueViolation, PostgresErrorCodes.DeadlockDetected];

    public async Task CommitAsync(List<LimitEvent> group)
    {
        while (true)
        {
            try
            {
                await TryAsync(group);
                return;
            }
            catch (PostgresException exception) when (Repeatable.Contains(exception.SqlState))
            {
            }
        }
    }

    // The statement takes each contact once, so a group with two events of one is several statements.
    private async Task TryAsync(List<LimitEvent> group)
    {
        await using var batch = new NpgsqlBatch(connection);
        for (var rest = group; rest.Count > 0;)
        {
            var emails = new HashSet<string>(rest.Count, StringComparer.Ordinal);
            var next = rest.TakeWhile(one => emails.Add(one.Body.Email)).ToArray();
            batch.BatchCommands.Add(CommandFor(next));
            rest = rest[next.Length..];
        }

        var exited = new Dictionary<Guid, int>(group.Count);
        await using (var reader = await batch.ExecuteReaderAsync())
        {
            do
            {
                while (await reader.ReadAsync())
                {
                    exited.Add(reader.GetGuid(0), reader.GetInt32(1));
                }
            }
            while (await reader.NextResultAsync());
        }

        group.ForEach(one => one.Exited = exited[one.Id]);
    }

    private NpgsqlBatchCommand CommandFor(LimitEvent[] events)
    {
        var command = new NpgsqlBatchCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = rules.WorkspaceId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = rules.AutomationId });
        Add(NpgsqlDbType.Uuid, one => one.Id);
        Add(NpgsqlDbType.Uuid, one => Guid.CreateVersion7());
        Add(NpgsqlDbType.Uuid, one => one.EnrollmentId);
        Add(NpgsqlDbType.Text, one => one.Body.Email);
        Add(NpgsqlDbType.Text, one => one.Body.EventName);
        Add(NpgsqlDbType.Text, one => one.Properties);
        Add(NpgsqlDbType.Text, one => one.Body.ContactProperties?.FirstName);
        Add(NpgsqlDbType.Text, one => one.Body.ContactProperties?.LastName);
        Add(NpgsqlDbType.Text, one => one.Body.ContactProperties?.Name);
        Add(NpgsqlDbType.Boolean, one => one.Enrolls);
        Add(NpgsqlDbType.Boolean, one => one.Exits);
        return command;

        void Add<T>(NpgsqlDbType type, Func<LimitEvent, T> value) => command.Parameters.Add(
            new NpgsqlParameter<T[]> { TypedValue = Array.ConvertAll(events, one => value(one)), NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
