using Sendra.Domain.Common;

namespace Sendra.Domain.Enrollments;

/// <summary>
/// What a visit wants done outside, at most one a visit (F4). It is stored with the run's arrival; whoever claims it does it without a
/// transaction and records the result in another one. A claim that was not followed by a result in time may be taken over.
/// </summary>
public sealed class Effect : IWorkspaceOwned
{
    /// <summary>The greatest length of a problem, in characters.</summary>
    public const int MaxProblemLength = 300;

    /// <summary>How long a claim lasts: longer than a try and its record take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private Effect(WorkspaceId workspaceId, EnrollmentId enrollmentId, int visit, AutomationId automationId, EffectKind kind, EffectState state, DateTimeOffset? dueAt, int tries, ClaimId? claim)
    {
        WorkspaceId = workspaceId;
        EnrollmentId = enrollmentId;
        Visit = visit;
        AutomationId = automationId;
        Kind = kind;
        State = state;
        DueAt = dueAt;
        Tries = tries;
        Claim = claim;
    }

    public WorkspaceId WorkspaceId { get; }

    public EnrollmentId EnrollmentId { get; }

    /// <summary>The visit's number.</summary>
    public int Visit { get; }

    public AutomationId AutomationId { get; }

    public EffectKind Kind { get; }

    public EffectState State { get; private set; }

    /// <summary>When it may be claimed next: for its next try, or because the claim is over by then. Null once it has ended, or while it is held.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When it would be due, were its automation not paused (F9).</summary>
    public DateTimeOffset? HeldDueAt { get; private set; }

    /// <summary>Since when it waits its turn because of the workspace's limits (M6), which is also its place; it isn't due meanwhile.</summary>
    public DateTimeOffset? LimitedAt { get; private set; }

    /// <summary>The fencing value: only whoever made this claim may record a result. Null when nobody is at it.</summary>
    public ClaimId? Claim { get; private set; }

    /// <summary>How often it was tried, or is being tried.</summary>
    public int Tries { get; private set; }

    /// <summary>What is handed over, compressed: made by the first claim, the same in each try (F15).</summary>
    public byte[]? Request { get; private set; }

    /// <summary>The mail that is wanted. Null on what was loaded, and on what is no mail.</summary>
    public WantedMail? Mail { get; private init; }

    /// <summary>What is handed over, when that is known as soon as its run comes to the step; kept as the request. Null on what was loaded.</summary>
    public string? Content { get; private init; }

    /// <summary>The status of the last answer, of HTTP or SMTP.</summary>
    public int? Status { get; private set; }

    /// <summary>Why it failed for good.</summary>
    public VisitCode? Code { get; private set; }

    /// <summary>What went wrong in the last try, as a sentence.</summary>
    public string? Problem { get; private set; }

    /// <summary>The last answer, compressed. Forgotten after a while, as the request is (M7).</summary>
    public byte[]? Answer { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What a run that has come to a step wants done.</summary>
    /// <param name="mail">The mail, when it is one.</param>
    /// <param name="content">What is handed over, when that is known by now.</param>
    public static Effect Of(Enrollment run, EffectKind kind, WantedMail? mail = null, string? content = null) =>
        new(run.WorkspaceId, run.Id, run.VisitNumber, run.AutomationId, kind, EffectState.Open, run.EnteredAt!.Value, 0, null) { Mail = mail, Content = content };

    /// <summary>One that is open, as it was stored.</summary>
    public static Effect Restore(WorkspaceId workspaceId, EnrollmentId enrollmentId, int visit, AutomationId automationId, EffectKind kind, EffectState state, DateTimeOffset? dueAt, int tries, ClaimId? claim, int? status, VisitCode? code, string? problem) =>
        new(workspaceId, enrollmentId, visit, automationId, kind, state, dueAt, tries, claim) { Status = status, Code = code, Problem = problem };

    /// <summary>Notes what came of the try that was claimed.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="pause">How long to wait before the next try, if there is one.</param>
    public void Record(EffectResult result, DateTimeOffset now, TimeSpan pause)
    {
        RequireOpen();
        (Claim, DueAt, Status, Answer) = (null, null, result.Status, result.Answer);
        switch (result)
        {
            case EffectResult.Done:
                End(EffectState.Done, now, null, null);
                break;
            case EffectResult.Failed failed:
                End(EffectState.Failed, now, failed.Code, failed.Problem);
                break;
            case EffectResult.Skipped skipped:
                End(EffectState.Skipped, now, skipped.Code, skipped.Problem);
                break;
            case EffectResult.Postponed postponed:
                (DueAt, Tries, Problem) = (postponed.Until, Tries - 1, Shortened(postponed.Problem));
                break;
            case EffectResult.TryAgain again when Tries >= RetryPauses.MaxTries:
                End(EffectState.Failed, now, VisitCode.RetriesExhausted, again.Problem);
                break;
            case EffectResult.TryAgain again:
                (DueAt, Problem) = (now + pause, Shortened(again.Problem));
                break;
            default:
                throw new InvalidOperationException($"No effect ends with {result}.");
        }
    }

    /// <summary>Counts a try that needs no claim, because it is done where its run goes on.</summary>
    public void Try()
    {
        RequireOpen();
        Tries++;
    }

    /// <summary>Sets it aside, because it came due while its automation is not live (F9).</summary>
    public void Hold()
    {
        RequireOpen();
        (HeldDueAt, DueAt) = (DueAt ?? HeldDueAt, null);
    }

    /// <summary>Ends it, because its run has ended.</summary>
    public void Cancel(DateTimeOffset now)
    {
        RequireOpen();
        (Claim, DueAt) = (null, null);
        End(EffectState.Cancelled, now, null, Problem);
    }

    private static string? Shortened(string? problem) =>
        problem is null ? null : Text.Truncate(problem.Replace('\0', '\uFFFD'), MaxProblemLength);

    private void End(EffectState state, DateTimeOffset now, VisitCode? code, string? problem) =>
        (State, EndedAt, Code, Problem) = (state, now, code, Shortened(problem));

    private void RequireOpen()
    {
        if (State != EffectState.Open)
        {
            throw new InvalidOperationException($"The effect is {State}.");
        }
    }
}
