using CsCheck;
using Sendra.Tests.Model;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>One thing that happens to an automation with steps, or to one of its contacts.</summary>
/// <param name="Kind">go, hear, date, plan, noDate, stop, leave, hand, edit, move, pause or wait.</param>
/// <param name="Contact">Which contact.</param>
/// <param name="Value">The date, or which plan.</param>
/// <param name="Steps">The steps after an edit.</param>
internal sealed record WorkflowHistoryStep(string Kind, int Contact, int Value, ModelStep[] Steps)
{
    public const int Contacts = 3;

    private static readonly Gen<WorkflowHistoryStep> GenStep = Gen.Select(
        Gen.OneOf("go", "go", "go", "hear", "hear", "hear", "leave", "date", "date", "plan", "noDate", "stop", "hand", "edit", "move", "move", "pause", "pause", "wait"),
        Gen.Int[0, Contacts - 1],
        Gen.Int[-20, 150],
        ModelStep.GenSteps,
        (kind, contact, value, steps) => new WorkflowHistoryStep(kind, contact, value, steps));

    public static Gen<(ModelStep[] Made, WorkflowHistoryStep[] Steps)> GenHistory(int steps) =>
        Gen.Select(ModelStep.GenSteps, GenStep.Array[steps], (made, happens) => (made, happens));

    public override string ToString() => $"{Kind}({Contact},{Value}{(Kind is "edit" or "move" ? $" {string.Concat(Steps.AsEnumerable())}" : "")}) ";
}
