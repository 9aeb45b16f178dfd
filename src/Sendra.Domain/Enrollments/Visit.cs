using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;

namespace Sendra.Domain.Enrollments;

/// <summary>
/// One run at one step, from its arrival until it left (F3). Written when the step is left; the visit that is still open
/// is part of its <see cref="Enrollment"/>.
/// </summary>
public sealed class Visit : IWorkspaceOwned
{
    /// <summary>The maximum length of a detail, in characters.</summary>
    public const int MaxDetailLength = 1_000;

    private Visit(WorkspaceId workspaceId, EnrollmentId enrollmentId, int ordinal, int version, StepId stepId, DateTimeOffset enteredAt, DateTimeOffset leftAt, VisitOutcome outcome, string? path, VisitCode? code, string? detail, EventId? eventId)
    {
        WorkspaceId = workspaceId;
        EnrollmentId = enrollmentId;
        Ordinal = ordinal;
        Version = version;
        StepId = stepId;
        EnteredAt = enteredAt;
        LeftAt = leftAt;
        Outcome = outcome;
        Path = path;
        Code = code;
        Detail = detail;
        EventId = eventId;
    }

    public WorkspaceId WorkspaceId { get; }

    public EnrollmentId EnrollmentId { get; }

    /// <summary>Which visit of the run it is, from 1. A run that was moved to another version may visit a step twice.</summary>
    public int Ordinal { get; }

    /// <summary>The workflow's version that the run followed when it left, which knows the step's type and name.</summary>
    public int Version { get; }

    public StepId StepId { get; }

    public DateTimeOffset EnteredAt { get; }

    public DateTimeOffset LeftAt { get; }

    public VisitOutcome Outcome { get; }

    /// <summary>The path that the run took where there are several.</summary>
    public string? Path { get; }

    public VisitCode? Code { get; }

    /// <summary>What type, outcome, path and code don't say: the rule that decided and what stood there. Null where nothing is to add.</summary>
    public string? Detail { get; }

    /// <summary>The event that the run received or sent there.</summary>
    public EventId? EventId { get; }

    internal static Visit Close(Enrollment run, DateTimeOffset now, VisitOutcome outcome, string? path, VisitCode? code, string? detail, EventId? sent) => new(
        run.WorkspaceId,
        run.Id,
        run.VisitNumber,
        run.Version,
        run.StepId!.Value,
        run.EnteredAt!.Value,
        now,
        outcome,
        path,
        code,
        detail is null ? null : Text.Truncate(detail, MaxDetailLength),
        outcome == VisitOutcome.Cancelled ? null : sent ?? run.ReceivedEventId);
}
