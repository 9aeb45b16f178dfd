using Sendra.Domain.Enrollments;

namespace Sendra.Application.Automations.TestAutomation;

/// <summary>One step of a test.</summary>
/// <param name="StepId">The step's id.</param>
/// <param name="Name">The step's name.</param>
/// <param name="Type">The step's type.</param>
/// <param name="At">When the run would enter the step. Waits move this time on.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Path">The path that the run takes, if there are several.</param>
/// <param name="Code">What is special about it, for programs.</param>
/// <param name="Reason">The same as a sentence.</param>
/// <param name="Rendered">The call, email or event that the step would send; null for other steps, and if it can't be rendered.</param>
public sealed record TestVisit(
    string StepId,
    string? Name,
    string Type,
    DateTimeOffset At,
    VisitOutcome Outcome,
    string? Path,
    string? Code,
    string Reason,
    RenderedEffect? Rendered);
