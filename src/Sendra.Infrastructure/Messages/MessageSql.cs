using Sendra.Application.Ingestion;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Messages;

/// <summary>The statements that write messages of runs. What the outbox says of their effects decides which of them change anything.</summary>
internal static class MessageSql
{
    private const string Cancelled = "The run ended before the email was handed over";

    // In the transaction that brings the run to its step, after its contact is there.
    public static readonly RowStatement<QueuedMail> Insert = new(
        """
        INSERT INTO messages (workspace_id, id, contact_id, email, template_id, automation_id, enrollment_id, visit, step_id, kind, status)
        SELECT {workspace}, r.id, r.contact_id, c.email, r.template_id, r.automation_id, r.enrollment_id, r.visit, r.step_id, r.kind, 1
        FROM {rows}
        JOIN contacts c ON c.workspace_id = {workspace} AND c.id = r.contact_id
        """,
        mail => mail.Run.WorkspaceId,
        new("id", Kind.Id, mail => mail.Id),
        new("contact_id", Kind.Id, mail => mail.Run.ContactId),
        new("template_id", Kind.Id, mail => mail.Mail.TemplateId),
        new("automation_id", Kind.Id, mail => mail.Run.AutomationId),
        new("enrollment_id", Kind.Id, mail => mail.Run.Id),
        new("visit", Kind.Int, mail => mail.Run.VisitNumber),
        new("step_id", Kind.Text, mail => mail.Mail.StepId.Value, StepId.MaxLength),
        new("kind", Kind.Int, mail => (int)mail.Mail.Kind));

    // Whoever has claimed first: all later tries send this (F15).
    public static readonly RowStatement<(Effect Effect, ClaimId Claim, MailClaim Mail)> Keep = new(
        """
        UPDATE messages
        SET template_version = r.template_version, content = r.content
        FROM {rows}
        WHERE messages.workspace_id = {workspace} AND messages.enrollment_id = r.enrollment_id AND messages.visit = r.visit
            AND messages.enrollment_id IS NOT NULL AND messages.content IS NULL
            AND EXISTS (SELECT 1 FROM outbox o WHERE o.workspace_id = {workspace} AND o.enrollment_id = r.enrollment_id
                AND o.visit = r.visit AND o.claim = r.claim)
        """,
        row => row.Effect.WorkspaceId,
        new("enrollment_id", Kind.Id, row => row.Effect.EnrollmentId),
        new("visit", Kind.Int, row => row.Effect.Visit),
        new("claim", Kind.Id, row => row.Claim),
        new("template_version", Kind.Int, row => row.Mail.Rendition!.TemplateVersion),
        new("content", Kind.Bytes, row => row.Mail.Rendition!.Content));

    // Before the outbox is: as long as the claim is there. What a mail provider has reported meanwhile counts more (M5).
    public static readonly RowStatement<MailRecord> Record = new(
        """
        UPDATE messages
        SET status = CASE WHEN messages.status = 1 THEN r.status ELSE messages.status END,
            code = CASE WHEN messages.status = 1 THEN r.code ELSE messages.code END,
            reason = CASE WHEN messages.status = 1 THEN r.reason ELSE messages.reason END,
            sent_at = r.sent_at, ended_at = r.ended_at
        FROM {rows}
        WHERE messages.workspace_id = {workspace} AND messages.enrollment_id = r.enrollment_id AND messages.visit = r.visit
            AND messages.enrollment_id IS NOT NULL AND messages.ended_at IS NULL
            AND EXISTS (SELECT 1 FROM outbox o WHERE o.workspace_id = {workspace} AND o.enrollment_id = r.enrollment_id
                AND o.visit = r.visit AND o.claim = r.claim)
        """,
        row => row.Effect.WorkspaceId,
        new("enrollment_id", Kind.Id, row => row.Effect.EnrollmentId),
        new("visit", Kind.Int, row => row.Effect.Visit),
        new("claim", Kind.Id, row => row.Claim),
        new("status", Kind.Int, row => (int)row.Status),
        new("code", Kind.Text, row => row.Code, Message.MaxCodeLength),
        new("reason", Kind.Text, row => Shortened(row.Reason), Message.MaxReasonLength),
        new("sent_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.SentAt)),
        new("ended_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.Effect.EndedAt)));

    // The same for what went wrong in a try that is followed by another one.
    public static readonly RowStatement<(MailRecord Record, MessageEventId Id, DateTimeOffset At)> InsertFailedTries = new(
        """
        INSERT INTO message_events (workspace_id, message_id, id, type, happened_at, detail)
        SELECT m.workspace_id, m.id, r.id, 1, r.happened_at, r.detail
        FROM {rows}
        JOIN messages m ON m.workspace_id = {workspace} AND m.enrollment_id = r.enrollment_id AND m.visit = r.visit
            AND m.enrollment_id IS NOT NULL
            AND EXISTS (SELECT 1 FROM outbox o WHERE o.workspace_id = {workspace} AND o.enrollment_id = r.enrollment_id
                AND o.visit = r.visit AND o.claim = r.claim)
        """,
        row => row.Record.Effect.WorkspaceId,
        new("enrollment_id", Kind.Id, row => row.Record.Effect.EnrollmentId),
        new("visit", Kind.Int, row => row.Record.Effect.Visit),
        new("claim", Kind.Id, row => row.Record.Claim),
        new("id", Kind.Id, row => row.Id),
        new("happened_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.At)),
        new("detail", Kind.Text, row => row.Record.Effect.Problem, MessageEvent.MaxDetailLength));

    // After the outbox: of runs that have just ended, what is cancelled there.
    public static readonly RowStatement<Enrollment> Cancel = new(
        """
        UPDATE messages
        SET status = 7, code = r.code, reason = r.reason, ended_at = r.ended_at
        FROM {rows}
        WHERE messages.workspace_id = {workspace} AND messages.enrollment_id = r.enrollment_id AND messages.visit = r.visit
            AND messages.enrollment_id IS NOT NULL AND messages.status = 1
            AND EXISTS (SELECT 1 FROM outbox o WHERE o.workspace_id = {workspace} AND o.enrollment_id = r.enrollment_id
                AND o.visit = r.visit AND o.state = 4)
        """,
        run => run.WorkspaceId,
        new("enrollment_id", Kind.Id, run => run.Id),
        new("visit", Kind.Int, run => run.Loaded!.VisitNumber),
        new("code", Kind.Text, _ => MessageCode.Of(VisitCode.Cancelled), Message.MaxCodeLength),
        new("reason", Kind.Text, run => CancelledBecause(run.EndedBecause!.Value), Message.MaxReasonLength),
        new("ended_at", Kind.Long, run => UnixMicrosecondsConverter.OrNull(run.EndedAt)));

    // They wait their turn (M6).
    public static readonly RowStatement<(EffectClaim Claim, string? Why)> Limit = new(
        """
        UPDATE messages
        SET code = CASE WHEN r.reason IS NULL THEN NULL ELSE 'limited' END, reason = r.reason
        FROM {rows}
        WHERE messages.workspace_id = {workspace} AND messages.enrollment_id = r.enrollment_id AND messages.visit = r.visit
            AND messages.enrollment_id IS NOT NULL AND messages.status = 1
            AND EXISTS (SELECT 1 FROM outbox o WHERE o.workspace_id = {workspace} AND o.enrollment_id = r.enrollment_id
                AND o.visit = r.visit AND o.limited_at IS NOT NULL)
        """,
        row => row.Claim.Effect.WorkspaceId,
        new("enrollment_id", Kind.Id, row => row.Claim.Effect.EnrollmentId),
        new("visit", Kind.Int, row => row.Claim.Effect.Visit),
        new("reason", Kind.Text, row => row.Why, Message.MaxReasonLength));

    // They wait for their server, and nothing was tried.
    public static readonly RowStatement<EffectClaim> Postpone = new(
        """
        UPDATE messages
        SET reason = r.reason
        FROM {rows}
        WHERE messages.workspace_id = {workspace} AND messages.enrollment_id = r.enrollment_id AND messages.visit = r.visit
            AND messages.enrollment_id IS NOT NULL AND messages.status = 1
            AND EXISTS (SELECT 1 FROM outbox o WHERE o.workspace_id = {workspace} AND o.enrollment_id = r.enrollment_id
                AND o.visit = r.visit AND o.due_at = r.due_at AND o.tries = r.tries)
        """,
        claim => claim.Effect.WorkspaceId,
        new("enrollment_id", Kind.Id, claim => claim.Effect.EnrollmentId),
        new("visit", Kind.Int, claim => claim.Effect.Visit),
        new("due_at", Kind.Long, claim => UnixMicrosecondsConverter.OrNull(claim.Until)),
        new("tries", Kind.Int, claim => claim.Effect.Tries),
        new("reason", Kind.Text, claim => Shortened(claim.Problem), Message.MaxReasonLength));

    // A node stopped while it handed these over, and then their runs ended.
    public static readonly RowStatement<EffectClaim> LeaveUnconfirmed = new(
        """
        UPDATE messages
        SET status = 8, code = r.code, reason = r.reason, ended_at = r.ended_at
        FROM {rows}
        WHERE messages.workspace_id = {workspace} AND messages.enrollment_id = r.enrollment_id AND messages.visit = r.visit
            AND messages.enrollment_id IS NOT NULL AND messages.status = 1
            AND EXISTS (SELECT 1 FROM outbox o WHERE o.workspace_id = {workspace} AND o.enrollment_id = r.enrollment_id
                AND o.visit = r.visit AND o.state = 4)
        """,
        claim => claim.Effect.WorkspaceId,
        new("enrollment_id", Kind.Id, claim => claim.Effect.EnrollmentId),
        new("visit", Kind.Int, claim => claim.Effect.Visit),
        new("ended_at", Kind.Long, claim => UnixMicrosecondsConverter.OrNull(claim.Now)),
        new("code", Kind.Text, _ => MessageCode.Of(VisitCode.Unconfirmed), Message.MaxCodeLength),
        new("reason", Kind.Text, _ => "A node stopped while it handed the email over, and then the run ended. It may have been sent.", Message.MaxReasonLength));

    // A status only moves on: sent, failed, delivered, bounced, complained. So reports may come in any order, and again (M5).
    public static readonly RowStatement<MessageReport> Report = new(
        """
        UPDATE messages
        SET status = r.status, code = r.code, reason = r.reason
        FROM {rows}
        WHERE messages.workspace_id = {workspace} AND messages.id = r.id AND (
            (r.status = 8 AND messages.status IN (1, 2, 3))
            OR (r.status = 4 AND messages.status IN (1, 2, 3, 7, 8))
            OR (r.status = 5 AND messages.status IN (1, 2, 3, 4, 7, 8))
            OR (r.status = 6 AND messages.status <> 6))
        """,
        report => report.WorkspaceId,
        new("id", Kind.Id, report => report.Message.Id),
        new("status", Kind.Int, report => (int)report.Feedback.Status!.Value),
        new("code", Kind.Text, report => report.Feedback.Code, Message.MaxCodeLength),
        new("reason", Kind.Text, report => Shortened(report.Feedback.Reason), Message.MaxReasonLength));

    public static readonly RowStatement<MessageEvent> InsertReports = new(
        """
        INSERT INTO message_events (workspace_id, message_id, id, type, happened_at, detail, event_id)
        SELECT m.workspace_id, m.id, r.id, r.type, r.happened_at, r.detail, r.event_id
        FROM {rows}
        JOIN messages m ON m.workspace_id = {workspace} AND m.id = r.message_id
        """,
        row => row.WorkspaceId,
        new("message_id", Kind.Id, row => row.MessageId),
        new("id", Kind.Id, row => row.Id),
        new("type", Kind.Int, row => (int)row.Type),
        new("happened_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.At)),
        new("detail", Kind.Text, row => row.Detail, MessageEvent.MaxDetailLength),
        new("event_id", Kind.Id, row => row.EventId));

    // Not while their contact is being erased: then they are as good as gone.
    public static readonly RowStatement<(WorkspaceId WorkspaceId, MessageId Id)> SelectReported = new(
        """
        SELECT m.workspace_id, m.id, m.email, m.sent_at
        FROM {rows}
        JOIN messages m ON m.workspace_id = {workspace} AND m.id = r.id
            AND NOT EXISTS (SELECT 1 FROM erasures x WHERE x.workspace_id = {workspace} AND x.contact_id = m.contact_id)
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.Id)]);

    // What happens to a message once: a few rows each, whatever it is opened or clicked.
    public static readonly RowStatement<(WorkspaceId WorkspaceId, MessageId Id)> SelectEarlierReports = new(
        """
        SELECT e.workspace_id, e.message_id, e.type, e.event_id
        FROM {rows}
        JOIN message_events e ON e.workspace_id = {workspace} AND e.message_id = r.id AND e.type IN (2, 3, 4)
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.Id)]);

    private static string CancelledBecause(EndReason reason) => reason switch
    {
        EndReason.ExitEvent => $"{Cancelled}: an exit event arrived.",
        EndReason.AutomationArchived => $"{Cancelled}: the automation was archived.",
        _ => $"{Cancelled}: somebody ended it.",
    };

    private static string? Shortened(string? text) => text is null ? null : Text.Truncate(text, Message.MaxReasonLength);
}
