using Sendra.Application.Ingestion;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Queries;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>What frequencies ask of the runs there were, and new ones.</summary>
internal static class EnrollmentSql
{
    public static readonly RowStatement<RunsKey> SelectLastRuns = new(
        """
        SELECT {workspace}, r.contact_id, r.automation_id, (
            SELECT MAX(e.run) FROM enrollments e
            WHERE e.workspace_id = {workspace} AND e.contact_id = r.contact_id AND e.automation_id = r.automation_id)
        FROM {rows}
        """,
        key => key.WorkspaceId,
        RunsKeyColumns);

    public static readonly RowStatement<RunsKey> SelectLastEnrollments = new(
        """
        SELECT e.workspace_id, e.contact_id, e.automation_id, e.run, e.id
        FROM {rows}
        JOIN enrollments e ON e.workspace_id = {workspace} AND e.contact_id = r.contact_id AND e.automation_id = r.automation_id
            AND e.run = (
                SELECT MAX(l.run) FROM enrollments l
                WHERE l.workspace_id = {workspace} AND l.contact_id = r.contact_id AND l.automation_id = r.automation_id)
        """,
        key => key.WorkspaceId,
        RunsKeyColumns);

    public static readonly RowStatement<RunsKey> SelectNewestActiveRuns = new(
        $"""
        SELECT {RunSql.RunColumns}
        FROM {Rows}
        JOIN enrollments e ON e.workspace_id = {Workspace} AND e.contact_id = r.contact_id AND e.automation_id = r.automation_id
            AND e.status = 1 AND e.run = (
                SELECT MAX(l.run) FROM enrollments l
                WHERE l.workspace_id = {Workspace} AND l.contact_id = r.contact_id AND l.automation_id = r.automation_id AND l.status = 1)
        """,
        key => key.WorkspaceId,
        RunsKeyColumns);

    public static readonly RowStatement<(RunsKey Runs, KeyHash Key)> SelectKeyHolders = new(
        """
        SELECT e.workspace_id, e.contact_id, e.automation_id, e.key_hash, e.id
        FROM {rows}
        JOIN enrollments e ON e.workspace_id = {workspace} AND e.automation_id = r.automation_id AND e.contact_id = r.contact_id
            AND e.key_hash = r.key_hash AND e.key_hash IS NOT NULL
        """,
        row => row.Runs.WorkspaceId,
        new("automation_id", Kind.Id, row => row.Runs.AutomationId),
        new("contact_id", Kind.Id, row => row.Runs.ContactId),
        new("key_hash", Kind.Bytes, row => row.Key.ToBytes(), KeyHash.Length));

    public static readonly RowStatement<Enrollment> InsertEnrollments = new(
        """
        INSERT INTO enrollments (id, workspace_id, automation_id, contact_id, run, version, step, enrolled_by_event_id, depth, key_hash, status, resume_at, ended_at,
            exited_by_event_id, step_id, visit_number, entered_at, due_at, held_due_at, waits_on_contact, ended_because, failures, parked_because,
            awaited_event, received_event_id, moved_by_event_id)
        SELECT r.id, {workspace}, r.automation_id, r.contact_id, r.run, r.version, r.step, r.enrolled_by_event_id, r.depth, r.key_hash, r.status, r.resume_at, r.ended_at,
            r.exited_by_event_id, r.step_id, r.visit_number, r.entered_at, r.due_at, r.held_due_at, r.waits_on_contact, r.ended_because, r.failures, r.parked_because,
            r.awaited_event, r.received_event_id, r.moved_by_event_id
        FROM {rows}
        """,
        row => row.WorkspaceId,
        [
            new("id", Kind.Id, row => row.Id),
            new("automation_id", Kind.Id, row => row.AutomationId),
            new("contact_id", Kind.Id, row => row.ContactId),
            new("run", Kind.Int, row => row.Run),
            new("version", Kind.Int, row => row.Version),
            new("step", Kind.Int, row => row.Step),
            new("enrolled_by_event_id", Kind.Id, row => row.EnrolledByEventId),
            new("depth", Kind.Int, row => row.Depth),
            new("key_hash", Kind.Bytes, row => row.KeyHash?.ToBytes(), KeyHash.Length),
            .. RunSql.PlaceColumns,
        ]);

    private static string Rows => "{rows}";

    private static string Workspace => "{workspace}";

    private static Column<RunsKey>[] RunsKeyColumns =>
    [
        new("contact_id", Kind.Id, key => key.ContactId),
        new("automation_id", Kind.Id, key => key.AutomationId),
    ];

    public static RunsKey ReadRunsKey(RowReader row) => new(row.Id<WorkspaceId>(0), row.Id<ContactId>(1), row.Id<AutomationId>(2));
}
