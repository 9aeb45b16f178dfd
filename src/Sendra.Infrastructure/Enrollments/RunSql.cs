using Sendra.Application.Ingestion;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Queries;
using Sendra.Infrastructure.Persistence.Rows;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>Every statement that moves runs.</summary>
internal static class RunSql
{
    /// <summary>The columns of <see cref="ReadRun"/>, of a table named e.</summary>
    public const string RunColumns = """
        e.id, e.workspace_id, e.automation_id, e.contact_id, e.run, e.version, e.step, e.enrolled_by_event_id, e.resume_at,
        e.step_id, e.visit_number, e.entered_at, e.due_at, e.held_due_at, e.waits_on_contact, e.failures, e.parked_because,
        e.awaited_event, e.received_event_id, e.moved_by_event_id, e.depth
        """;

    /// <summary>How many columns <see cref="RunColumns"/> has.</summary>
    public const int RunColumnCount = 21;

    /// <summary>Active runs with the properties of the events that made and moved them.</summary>
    public static readonly RowStatement<(WorkspaceId WorkspaceId, EnrollmentId Id)> SelectRuns = new(
        $"""
        SELECT {RunColumns}, {TriggerProperties}, {LatestProperties}
        FROM {Rows}
        JOIN enrollments e ON e.workspace_id = {Workspace} AND e.id = r.id AND e.status = 1
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.Id)]);

    /// <summary>The active runs of contacts whose waits depend on the contact.</summary>
    public static readonly RowStatement<(WorkspaceId WorkspaceId, ContactId ContactId)> SelectWaitingOnContact = new(
        $"""
        SELECT {RunColumns}, {TriggerProperties}, {LatestProperties}
        FROM {Rows}
        JOIN enrollments e ON e.workspace_id = {Workspace} AND e.contact_id = r.contact_id AND e.waits_on_contact = 1 AND e.status = 1
        """,
        row => row.WorkspaceId,
        [new("contact_id", Kind.Id, row => row.ContactId)]);

    // Only as it was read: a run that somebody else moved or ended meanwhile makes its batch decide again.
    public static readonly RowStatement<Enrollment> SaveRuns = new(
        """
        UPDATE enrollments
        SET version = r.version, status = r.status, resume_at = r.resume_at, ended_at = r.ended_at, exited_by_event_id = r.exited_by_event_id,
            step_id = r.step_id, visit_number = r.visit_number, entered_at = r.entered_at, due_at = r.due_at, held_due_at = r.held_due_at,
            waits_on_contact = r.waits_on_contact, ended_because = r.ended_because, failures = r.failures, parked_because = r.parked_because,
            awaited_event = r.awaited_event, received_event_id = r.received_event_id, moved_by_event_id = r.moved_by_event_id
        FROM {rows}
        WHERE enrollments.workspace_id = {workspace} AND enrollments.id = r.id AND enrollments.status = 1 AND enrollments.step = r.step
            AND enrollments.visit_number = r.loaded_visit_number AND enrollments.failures = r.loaded_failures
            AND COALESCE(enrollments.awaited_event, '') = r.loaded_awaited_event
        """,
        run => run.WorkspaceId,
        [
            new("id", Kind.Id, run => run.Id),
            new("version", Kind.Int, run => run.Version),
            new("step", Kind.Int, run => run.Step),
            new("loaded_visit_number", Kind.Int, run => run.Loaded!.VisitNumber),
            new("loaded_failures", Kind.Int, run => run.Loaded!.Failures),
            new("loaded_awaited_event", Kind.Text, run => run.Loaded!.AwaitedEvent ?? "", EventName.MaxLength),
            .. PlaceColumns,
        ]);

    public static readonly RowStatement<Visit> InsertVisits = new(
        """
        INSERT INTO visits (workspace_id, enrollment_id, ordinal, version, step_id, entered_at, left_at, outcome, path, code, detail, event_id)
        SELECT {workspace}, r.enrollment_id, r.ordinal, r.version, r.step_id, r.entered_at, r.left_at, r.outcome, r.path, r.code, r.detail, r.event_id
        FROM {rows}
        """,
        visit => visit.WorkspaceId,
        new("enrollment_id", Kind.Id, visit => visit.EnrollmentId),
        new("ordinal", Kind.Int, visit => visit.Ordinal),
        new("version", Kind.Int, visit => visit.Version),
        new("step_id", Kind.Text, visit => visit.StepId.Value, StepId.MaxLength),
        new("entered_at", Kind.Long, visit => UnixMicrosecondsConverter.OrNull(visit.EnteredAt)),
        new("left_at", Kind.Long, visit => UnixMicrosecondsConverter.OrNull(visit.LeftAt)),
        new("outcome", Kind.Int, visit => (int)visit.Outcome),
        new("path", Kind.Text, visit => visit.Path, Step.MaxNameLength),
        new("code", Kind.Int, visit => (int?)visit.Code),
        new("detail", Kind.Text, visit => visit.Detail, Visit.MaxDetailLength),
        new("event_id", Kind.Id, visit => visit.EventId));

    public static readonly RowStatement<StepTally> InsertMissingTallies = new(
        """
        INSERT INTO step_tallies (workspace_id, automation_id, step_id, path, shard, waiting, passed, failed, cancelled)
        SELECT {workspace}, r.automation_id, r.step_id, r.path, r.shard, 0, 0, 0, 0
        FROM {rows}
        WHERE NOT EXISTS (
            SELECT 1 FROM step_tallies t
            WHERE t.workspace_id = {workspace} AND t.automation_id = r.automation_id AND t.step_id = r.step_id
                AND t.path = r.path AND t.shard = r.shard)
        """,
        tally => tally.WorkspaceId,
        TallyColumns);

    public static readonly RowStatement<StepTally> AddToTallies = new(
        """
        UPDATE step_tallies
        SET waiting = step_tallies.waiting + r.waiting, passed = step_tallies.passed + r.passed,
            failed = step_tallies.failed + r.failed, cancelled = step_tallies.cancelled + r.cancelled
        FROM {rows}
        WHERE step_tallies.workspace_id = {workspace} AND step_tallies.automation_id = r.automation_id
            AND step_tallies.step_id = r.step_id AND step_tallies.path = r.path AND step_tallies.shard = r.shard
        """,
        tally => tally.WorkspaceId,
        TallyColumns);

    /// <summary>Where a run stands, as it is written.</summary>
    public static Column<Enrollment>[] PlaceColumns =>
    [
        new("status", Kind.Int, run => (int)run.Status),
        new("resume_at", Kind.Long, run => UnixMicrosecondsConverter.OrNull(run.ResumeAt)),
        new("ended_at", Kind.Long, run => UnixMicrosecondsConverter.OrNull(run.EndedAt)),
        new("exited_by_event_id", Kind.Id, run => run.ExitedByEventId),
        new("step_id", Kind.Text, run => run.StepId?.Value, StepId.MaxLength),
        new("visit_number", Kind.Int, run => run.VisitNumber),
        new("entered_at", Kind.Long, run => UnixMicrosecondsConverter.OrNull(run.EnteredAt)),
        new("due_at", Kind.Long, run => UnixMicrosecondsConverter.OrNull(run.DueAt)),
        new("held_due_at", Kind.Long, run => UnixMicrosecondsConverter.OrNull(run.HeldDueAt)),
        new("waits_on_contact", Kind.Int, run => run.WaitsOnContact ? 1 : 0),
        new("ended_because", Kind.Int, run => (int?)run.EndedBecause),
        new("failures", Kind.Int, run => run.Failures),
        new("parked_because", Kind.Text, run => run.ParkedBecause, Enrollment.MaxErrorLength),
        new("awaited_event", Kind.Text, run => run.AwaitedEvent, EventName.MaxLength),
        new("received_event_id", Kind.Id, run => run.ReceivedEventId),
        new("moved_by_event_id", Kind.Id, run => run.MovedByEventId),
    ];

    /// <summary>The active runs of contacts in automations.</summary>
    public static readonly RowStatement<RunsKey> SelectActive = new(ActiveRuns(RunColumns), key => key.WorkspaceId, RunsKeyColumns);

    /// <summary>The same, with the properties of the events that made them.</summary>
    public static readonly RowStatement<RunsKey> SelectActiveWithTriggers = new(ActiveRuns($"{RunColumns}, {TriggerProperties}"), key => key.WorkspaceId, RunsKeyColumns);

    /// <summary>The runs of contacts that wait for an event of a name.</summary>
    public static readonly RowStatement<AwaitingKey> SelectAwaiting = new(AwaitingRuns(RunColumns), key => key.WorkspaceId, AwaitingColumns);

    /// <summary>The same, with the properties of the events that made them.</summary>
    public static readonly RowStatement<AwaitingKey> SelectAwaitingWithTriggers = new(AwaitingRuns($"{RunColumns}, {TriggerProperties}"), key => key.WorkspaceId, AwaitingColumns);

    private static string Rows => "{rows}";

    private static string Workspace => "{workspace}";

    private static Column<RunsKey>[] RunsKeyColumns =>
    [
        new("contact_id", Kind.Id, key => key.ContactId),
        new("automation_id", Kind.Id, key => key.AutomationId),
    ];

    private static Column<AwaitingKey>[] AwaitingColumns =>
    [
        new("contact_id", Kind.Id, key => key.ContactId),
        new("awaited_event", Kind.Text, key => key.EventName, EventName.MaxLength),
    ];

    private static string ActiveRuns(string columns) => $"""
        SELECT {columns}
        FROM {Rows}
        JOIN enrollments e ON e.workspace_id = {Workspace} AND e.contact_id = r.contact_id
            AND e.automation_id = r.automation_id AND e.status = 1
        """;

    private static string AwaitingRuns(string columns) => $"""
        SELECT {columns}
        FROM {Rows}
        JOIN enrollments e ON e.workspace_id = {Workspace} AND e.contact_id = r.contact_id
            AND e.awaited_event = r.awaited_event AND e.awaited_event IS NOT NULL AND e.status = 1
        """;

    // Of the event that waits to take effect, or that moved the run last; null while that is the one that made it.
    private static string LatestProperties =>
        "(SELECT m.properties FROM received_events m WHERE m.workspace_id = {workspace} AND m.id = COALESCE(e.received_event_id, e.moved_by_event_id))";

    private static string TriggerProperties =>
        "(SELECT t.properties FROM received_events t WHERE t.workspace_id = {workspace} AND t.id = e.enrolled_by_event_id)";

    private static Column<StepTally>[] TallyColumns =>
    [
        new("automation_id", Kind.Id, tally => tally.AutomationId),
        new("step_id", Kind.Text, tally => tally.StepId, StepId.MaxLength),
        new("path", Kind.Text, tally => tally.Path, Step.MaxNameLength),
        new("shard", Kind.Int, tally => tally.Shard),
        new("waiting", Kind.Long, tally => tally.Waiting),
        new("passed", Kind.Long, tally => tally.Passed),
        new("failed", Kind.Long, tally => tally.Failed),
        new("cancelled", Kind.Long, tally => tally.Cancelled),
    ];

    /// <summary>An active run from <see cref="RunColumns"/>.</summary>
    public static Enrollment ReadRun(RowReader row) => Enrollment.RestoreActive(
        row.Id<EnrollmentId>(0),
        row.Id<WorkspaceId>(1),
        row.Id<AutomationId>(2),
        row.Id<ContactId>(3),
        row.Int(4),
        row.Int(5),
        row.Int(6),
        row.Id<EventId>(7),
        Time(row.LongOrNull(8)),
        new RunPosition(
            row.TextOrNull(9) is { } step ? StepId.Parse(step) : null,
            row.Int(10),
            Time(row.LongOrNull(11)),
            Time(row.LongOrNull(12)),
            Time(row.LongOrNull(13)),
            row.Int(14) == 1,
            row.Int(15),
            row.TextOrNull(16),
            row.TextOrNull(17),
            row.IdOrNull<EventId>(18),
            row.IdOrNull<EventId>(19),
            row.Int(20)));

    /// <summary>Notes the properties of the event that made a run, which follow <see cref="RunColumns"/>.</summary>
    public static void NoteTrigger(RowReader row, Enrollment run, KnownEvents events) => events.Note(run.EnrolledByEventId, Properties(row, RunColumnCount));

    /// <summary>The same, and those of the event that moved the run, which come next.</summary>
    public static void NoteEvents(RowReader row, Enrollment run, KnownEvents events)
    {
        NoteTrigger(row, run, events);
        if ((run.ReceivedEventId ?? run.MovedByEventId) is { } latest)
        {
            events.Note(latest, Properties(row, RunColumnCount + 1));
        }
    }

    private static RawJson? Properties(RowReader row, int column) => row.TextOrNull(column) is { } json ? new RawJson(json) : null;

    private static DateTimeOffset? Time(long? microseconds) =>
        microseconds is { } value ? UnixMicrosecondsConverter.ToTime(value) : null;
}
