using Microsoft.Data.Sqlite;

namespace Sendra.Benchmarks.Limit;

/// <summary>Four prepared statements an event, one transaction a group.</summary>
internal sealed class SqliteLimitStore : ILimitStore
{
    private readonly SqliteConnection _connection;
    private readonly LimitRules _rules;
    private readonly SqliteCommand _contact;
    private readonly SqliteCommand _exit;
    private readonly SqliteCommand _enrollment;
    private readonly SqliteCommand _event;

    public SqliteLimitStore(SqliteConnection connection, LimitRules rules)
    {
        _connection = connection;
        _rules = rules;
        _contact = Prepare(
            """
            INSERT INTO contacts (id, workspace_id, email, first_name, last_name, name, custom_fields, last_event_id)
            VALUES (@p1, @workspace, @p2, @p3, @p4, @p5, '{}', @p6)
            ON CONFLICT (workspace_id, email) DO UPDATE SET first_name = COALESCE(excluded.first_name, first_name),
                last_name = COALESCE(excluded.last_name, last_name), name = COALESCE(excluded.name, name),
                last_event_id = excluded.last_event_id
            RETURNING id
            """, 6);
        _exit = Prepare(
            """
            UPDATE enrollments SET status = 3, resume_at = NULL, ended_at = @p1, exited_by_event_id = @p2
            WHERE workspace_id = @workspace AND contact_id = @p3 AND automation_id = @automation AND status = 1
            RETURNING id
            """, 3);
        _enrollment = Prepare(
            """
            INSERT INTO enrollments (id, workspace_id, automation_id, contact_id, run, status, step, enrolled_by_event_id)
            SELECT @p1, @workspace, @automation, @p2, COALESCE(MAX(run), 0) + 1, 1, 0, @p3
            FROM enrollments WHERE workspace_id = @workspace AND contact_id = @p2 AND automation_id = @automation
            """, 3);
        _event = Prepare(
            """
            INSERT INTO received_events (id, workspace_id, contact_id, event_name, properties, enrolled, exited, has_effect, decisions)
            VALUES (@p1, @workspace, @p2, @p3, @p4, @p5, @p6, @p5 + @p6 > 0, @p7)
            """, 7);
    }

    public Task CommitAsync(List<LimitEvent> group)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        foreach (var one in group)
        {
            Save(one, transaction);
        }

        transaction.Commit();
        return Task.CompletedTask;
    }

    private void Save(LimitEvent one, SqliteTransaction transaction)
    {
        var id = one.Id.ToByteArray(bigEndian: true);
        var person = one.Body.ContactProperties;
        var contactId = Bind(
            _contact, transaction, Guid.CreateVersion7().ToByteArray(bigEndian: true), one.Body.Email,
            person?.FirstName, person?.LastName, person?.Name, id).ExecuteScalar()!;
        string? decisions = null;
        if (one.Exits)
        {
            var dropped = new List<string>();
            using var reader = Bind(_exit, transaction, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000, id, contactId).ExecuteReader();
            while (reader.Read())
            {
                var enrollmentId = new Guid(reader.GetFieldValue<byte[]>(0), bigEndian: true);
                dropped.Add($$"""{"a":"{{_rules.AutomationId}}","r":6,"e":"{{enrollmentId}}","s":0}""");
            }

            one.Exited = dropped.Count;
            decisions = dropped.Count == 0 ? null : $"[{string.Join(',', dropped)}]";
        }

        if (one.Enrolls)
        {
            Bind(_enrollment, transaction, one.EnrollmentId.ToByteArray(bigEndian: true), contactId, id).ExecuteNonQuery();
            decisions = $$"""[{"a":"{{_rules.AutomationId}}","r":1,"e":"{{one.EnrollmentId}}"}]""";
        }

        Bind(_event, transaction, id, contactId, one.Body.EventName, one.Properties, one.Enrolls ? 1L : 0L, (long)one.Exited, decisions)
            .ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{number}" });
        }

        command.Parameters.AddWithValue("@workspace", _rules.WorkspaceId.ToByteArray(bigEndian: true));
        if (sql.Contains("@automation", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("@automation", _rules.AutomationId.ToByteArray(bigEndian: true));
        }

        return command;
    }

    private static SqliteCommand Bind(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
