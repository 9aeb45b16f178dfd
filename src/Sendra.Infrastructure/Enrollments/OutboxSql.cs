using System.Text;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Calls;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Queries;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>Every statement that writes the outbox.</summary>
internal static class OutboxSql
{
    public static readonly RowStatement<Effect> Insert = new(
        """
        INSERT INTO outbox (workspace_id, enrollment_id, visit, automation_id, kind, state, due_at, tries, request)
        SELECT {workspace}, r.enrollment_id, r.visit, r.automation_id, r.kind, r.state, r.due_at, r.tries, r.request
        FROM {rows}
        """,
        effect => effect.WorkspaceId,
        new("enrollment_id", Kind.Id, effect => effect.EnrollmentId),
        new("visit", Kind.Int, effect => effect.Visit),
        new("automation_id", Kind.Id, effect => effect.AutomationId),
        new("kind", Kind.Int, effect => (int)effect.Kind),
        new("state", Kind.Int, effect => (int)effect.State),
        new("due_at", Kind.Long, effect => UnixMicrosecondsConverter.OrNull(effect.DueAt)),
        new("tries", Kind.Int, effect => effect.Tries),
        new("request", Kind.Bytes, effect => effect.Content is { } content ? KeptText.Compress(Encoding.UTF8.GetBytes(content)) : null));

    // What needs no claim: the contact of its run is locked. Somebody who had it before makes the batch decide again. What was sent is in the
    // log, and is not kept twice.
    public static readonly RowStatement<Effect> Save = new(
        """
        UPDATE outbox
        SET state = r.state, due_at = r.due_at, held_due_at = r.held_due_at, tries = r.tries, code = r.code, problem = r.problem, ended_at = r.ended_at,
            request = CASE WHEN r.state = 1 THEN outbox.request ELSE NULL END
        FROM {rows}
        WHERE outbox.workspace_id = {workspace} AND outbox.enrollment_id = r.enrollment_id AND outbox.visit = r.visit
            AND outbox.state = 1 AND outbox.claim IS NULL
        """,
        effect => effect.WorkspaceId,
        new("enrollment_id", Kind.Id, effect => effect.EnrollmentId),
        new("visit", Kind.Int, effect => effect.Visit),
        new("state", Kind.Int, effect => (int)effect.State),
        new("due_at", Kind.Long, effect => UnixMicrosecondsConverter.OrNull(effect.DueAt)),
        new("held_due_at", Kind.Long, effect => UnixMicrosecondsConverter.OrNull(effect.HeldDueAt)),
        new("tries", Kind.Int, effect => effect.Tries),
        new("code", Kind.Int, effect => (int?)effect.Code),
        new("problem", Kind.Text, effect => effect.Problem, Effect.MaxProblemLength),
        new("ended_at", Kind.Long, effect => UnixMicrosecondsConverter.OrNull(effect.EndedAt)));

    // In an index of its own.
    public static readonly RowStatement<WorkspaceId> CountWaitingEvents = new(
        """
        SELECT {workspace}, CAST((
            SELECT COUNT(*) FROM outbox o WHERE o.workspace_id = {workspace} AND o.kind = 3 AND o.state = 1) AS bigint)
        """,
        id => id);

    // Not what is claimed: that claim was committed first, and its effect is under way.
    public static readonly RowStatement<Enrollment> CancelUnclaimed = new(
        """
        UPDATE outbox
        SET state = 4, due_at = NULL, held_due_at = NULL, limited_at = NULL, ended_at = r.ended_at
        FROM {rows}
        WHERE outbox.workspace_id = {workspace} AND outbox.enrollment_id = r.enrollment_id AND outbox.visit = r.visit
            AND outbox.state = 1 AND outbox.claim IS NULL
        """,
        run => run.WorkspaceId,
        new("enrollment_id", Kind.Id, run => run.Id),
        new("visit", Kind.Int, run => run.Loaded!.VisitNumber),
        new("ended_at", Kind.Long, run => UnixMicrosecondsConverter.OrNull(run.EndedAt)));

    public static readonly RowStatement<(WorkspaceId WorkspaceId, EnrollmentId EnrollmentId, int Visit)> SelectOfRuns = new(
        """
        SELECT o.workspace_id, o.enrollment_id, o.visit, o.automation_id, o.kind, o.state, o.due_at, o.tries, o.claim, o.status, o.code, o.problem
        FROM {rows}
        JOIN outbox o ON o.workspace_id = {workspace} AND o.enrollment_id = r.enrollment_id AND o.visit = r.visit
        """,
        row => row.WorkspaceId,
        new("enrollment_id", Kind.Id, row => row.EnrollmentId),
        new("visit", Kind.Int, row => row.Visit));

    // As it was read: of two that claim at once, the second finds another number of tries. The run must be at this very visit, and its
    // automation live. Batches share the lock that a pause takes alone, so none claims once the pause is committed (F9).
    public static readonly RowStatement<EffectClaim> Claim = new(
        """
        UPDATE outbox
        SET claim = r.claim, due_at = r.due_at, limited_at = NULL, tries = outbox.tries + 1, request = COALESCE(outbox.request, r.request)
        FROM {rows}
        WHERE outbox.workspace_id = {workspace} AND outbox.enrollment_id = r.enrollment_id AND outbox.visit = r.visit
            AND outbox.tries = r.tries AND (outbox.due_at = r.loaded_due_at OR (outbox.due_at IS NULL AND outbox.limited_at = r.limited_at))
            AND EXISTS (SELECT 1 FROM enrollments e WHERE e.workspace_id = {workspace} AND e.id = outbox.enrollment_id
                AND e.status = 1 AND e.visit_number = outbox.visit)
            AND EXISTS (SELECT 1 FROM automations a WHERE a.workspace_id = {workspace} AND a.id = outbox.automation_id AND a.status = 2)
        """,
        claim => claim.Effect.WorkspaceId,
        ClaimColumns);

    public static readonly RowStatement<EffectClaim> SelectClaimed = new(
        """
        SELECT o.enrollment_id
        FROM {rows}
        JOIN outbox o ON o.workspace_id = {workspace} AND o.enrollment_id = r.enrollment_id AND o.visit = r.visit AND o.claim = r.claim
        """,
        claim => claim.Effect.WorkspaceId,
        new("enrollment_id", Kind.Id, claim => claim.Effect.EnrollmentId),
        new("visit", Kind.Int, claim => claim.Effect.Visit),
        new("claim", Kind.Id, claim => claim.Id));

    // What comes due while its automation is not live is set aside.
    public static readonly RowStatement<EffectClaim> Hold = new(
        """
        UPDATE outbox
        SET held_due_at = COALESCE(outbox.due_at, outbox.limited_at), due_at = NULL, limited_at = NULL
        FROM {rows}
        WHERE outbox.workspace_id = {workspace} AND outbox.enrollment_id = r.enrollment_id AND outbox.visit = r.visit
            AND outbox.tries = r.tries AND (outbox.due_at = r.loaded_due_at OR (outbox.due_at IS NULL AND outbox.limited_at = r.limited_at))
            AND NOT EXISTS (SELECT 1 FROM automations a WHERE a.workspace_id = {workspace} AND a.id = outbox.automation_id AND a.status = 2)
        """,
        claim => claim.Effect.WorkspaceId,
        PlaceColumns);

    // Its claim was cut off, and its run has ended since.
    public static readonly RowStatement<EffectClaim> CancelEnded = new(
        """
        UPDATE outbox
        SET state = 4, due_at = NULL, limited_at = NULL, claim = NULL, ended_at = r.ended_at
        FROM {rows}
        WHERE outbox.workspace_id = {workspace} AND outbox.enrollment_id = r.enrollment_id AND outbox.visit = r.visit
            AND outbox.tries = r.tries AND (outbox.due_at = r.loaded_due_at OR (outbox.due_at IS NULL AND outbox.limited_at = r.limited_at))
            AND NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.workspace_id = {workspace} AND e.id = outbox.enrollment_id
                AND e.status = 1 AND e.visit_number = outbox.visit)
        """,
        claim => claim.Effect.WorkspaceId,
        [.. PlaceColumns, new("ended_at", Kind.Long, claim => UnixMicrosecondsConverter.OrNull(claim.Now))]);

    // Its receiver is busy, or can't be reached.
    public static readonly RowStatement<EffectClaim> Postpone = new(
        """
        UPDATE outbox
        SET due_at = r.due_at, problem = COALESCE(r.problem, outbox.problem)
        FROM {rows}
        WHERE outbox.workspace_id = {workspace} AND outbox.enrollment_id = r.enrollment_id AND outbox.visit = r.visit
            AND outbox.tries = r.tries AND (outbox.due_at = r.loaded_due_at OR (outbox.due_at IS NULL AND outbox.limited_at = r.limited_at))
        """,
        claim => claim.Effect.WorkspaceId,
        [
            .. PlaceColumns,
            new("due_at", Kind.Long, claim => UnixMicrosecondsConverter.OrNull(claim.Until)),
            new("problem", Kind.Text, claim => claim.Problem, Effect.MaxProblemLength),
        ]);

    // Over the workspace's limits: it goes behind those that wait, or keeps its place among them.
    public static readonly RowStatement<(EffectClaim Claim, string? Why)> Limit = new(
        """
        UPDATE outbox
        SET limited_at = COALESCE(outbox.limited_at, outbox.due_at), due_at = NULL, claim = NULL, problem = r.problem
        FROM {rows}
        WHERE outbox.workspace_id = {workspace} AND outbox.enrollment_id = r.enrollment_id AND outbox.visit = r.visit
            AND outbox.tries = r.tries AND (outbox.due_at = r.loaded_due_at OR (outbox.due_at IS NULL AND outbox.limited_at = r.limited_at))
        """,
        row => row.Claim.Effect.WorkspaceId,
        new("enrollment_id", Kind.Id, row => row.Claim.Effect.EnrollmentId),
        new("visit", Kind.Int, row => row.Claim.Effect.Visit),
        new("tries", Kind.Int, row => row.Claim.Effect.Tries),
        new("loaded_due_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.Claim.Effect.DueAt)),
        new("limited_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.Claim.Effect.LimitedAt)),
        new("problem", Kind.Text, row => row.Why, Effect.MaxProblemLength));

    // Only whoever holds the claim: a result that comes too late changes nothing.
    public static readonly RowStatement<(Effect Effect, ClaimId Claim)> Record = new(
        """
        UPDATE outbox
        SET state = r.state, claim = NULL, tries = r.tries, due_at = r.due_at, held_due_at = NULL, status = r.status, code = r.code, problem = r.problem,
            answer = r.answer, ended_at = r.ended_at
        FROM {rows}
        WHERE outbox.workspace_id = {workspace} AND outbox.enrollment_id = r.enrollment_id AND outbox.visit = r.visit
            AND outbox.claim = r.claim
        """,
        row => row.Effect.WorkspaceId,
        new("enrollment_id", Kind.Id, row => row.Effect.EnrollmentId),
        new("visit", Kind.Int, row => row.Effect.Visit),
        new("claim", Kind.Id, row => row.Claim),
        new("state", Kind.Int, row => (int)row.Effect.State),
        new("tries", Kind.Int, row => row.Effect.Tries),
        new("due_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.Effect.DueAt)),
        new("status", Kind.Int, row => row.Effect.Status),
        new("code", Kind.Int, row => (int?)row.Effect.Code),
        new("problem", Kind.Text, row => row.Effect.Problem, Effect.MaxProblemLength),
        new("answer", Kind.Bytes, row => row.Effect.Answer),
        new("ended_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.Effect.EndedAt)));

    private static Column<EffectClaim>[] PlaceColumns =>
    [
        new("enrollment_id", Kind.Id, claim => claim.Effect.EnrollmentId),
        new("visit", Kind.Int, claim => claim.Effect.Visit),
        new("tries", Kind.Int, claim => claim.Effect.Tries),
        new("loaded_due_at", Kind.Long, claim => UnixMicrosecondsConverter.OrNull(claim.Effect.DueAt)),
        new("limited_at", Kind.Long, claim => UnixMicrosecondsConverter.OrNull(claim.Effect.LimitedAt)),
    ];

    private static Column<EffectClaim>[] ClaimColumns =>
    [
        .. PlaceColumns,
        new("claim", Kind.Id, claim => claim.Id),
        new("due_at", Kind.Long, claim => UnixMicrosecondsConverter.OrNull(claim.Until)),
        new("request", Kind.Bytes, claim => claim.Request),
    ];

    /// <summary>An effect from <see cref="SelectOfRuns"/>.</summary>
    public static Effect ReadEffect(RowReader row) => Effect.Restore(
        row.Id<WorkspaceId>(0),
        row.Id<EnrollmentId>(1),
        row.Int(2),
        row.Id<AutomationId>(3),
        (EffectKind)row.Int(4),
        (EffectState)row.Int(5),
        row.LongOrNull(6) is { } due ? UnixMicrosecondsConverter.ToTime(due) : null,
        row.Int(7),
        row.IdOrNull<ClaimId>(8),
        row.IntOrNull(9),
        (VisitCode?)row.IntOrNull(10),
        row.TextOrNull(11));
}
