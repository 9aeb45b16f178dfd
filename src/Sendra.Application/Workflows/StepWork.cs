using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>What a step does with a run: it holds it or lets it go on.</summary>
internal abstract record StepWork
{
    private StepWork()
    {
    }

    /// <param name="DueAt">When the run goes on by itself.</param>
    /// <param name="AwaitedEvent">The name of the event that lets it go on before that, or null.</param>
    internal sealed record Resting(DateTimeOffset DueAt, string? AwaitedEvent = null) : StepWork;

    /// <summary>It rests until something is done through the outbox.</summary>
    /// <param name="Wanted">What that is; null when it is stored already.</param>
    /// <param name="Mail">The mail, when it is one.</param>
    /// <param name="Content">What is handed over, when that is known by now.</param>
    internal sealed record Awaiting(EffectKind? Wanted, WantedMail? Mail = null, string? Content = null) : StepWork;

    /// <param name="Next">Where the run goes on; null when it completes.</param>
    /// <param name="Path">The path that it takes where there are several.</param>
    /// <param name="Code">What is special about it.</param>
    /// <param name="Detail">Why, as far as the step itself does not say so.</param>
    /// <param name="Outcome">What became of the visit.</param>
    internal sealed record Leaving(
        StepId? Next, string? Path = null, VisitCode? Code = null, string? Detail = null, VisitOutcome Outcome = VisitOutcome.Done) : StepWork;
}
