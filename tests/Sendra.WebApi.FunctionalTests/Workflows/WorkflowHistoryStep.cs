using CsCheck;
using Sendra.Tests.Model;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>One thing that happens to an automation with steps, or to one of its contacts.</summary>
/// <param name="Kind">go, hear, leave, stop, fillIn, date, plan, noDate, hand, edit, move, pause or wait.</param>
/// <param name="Contact">Which contact.</param>
/// <param name="Value">The date, which plan, or how long ago something happened.</param>
/// <param name="Steps">The steps after an edit.</param>
/// <param name="Rules">Whom it enrolls after an edit.</param>
internal sealed record WorkflowHistoryStep(string Kind, int Contact, int Value, ModelStep[] Steps, ModelRules Rules)
{
    public const int Contacts = 3;

    private static readonly Gen<WorkflowHistoryStep> GenStep = Gen.Select(
        Gen.OneOf(
            "go", "go", "go", "go", "hear", "hear", "hear", "leave", "fillIn", "fillIn", "date", "date", "plan", "noDate", "stop", "hand", "edit", "move", "move", "pause", "pause",
            "wait"),
        Gen.Int[0, Contacts - 1],
        Gen.Int[-20, 150],
        ModelStep.GenSteps,
        ModelRules.GenRules,
        (kind, contact, value, steps, rules) => new WorkflowHistoryStep(kind, contact, value, steps, rules));

    public static Gen<(ModelStep[] Made, ModelRules Rules, WorkflowHistoryStep[] Steps)> GenHistory(int steps) =>
        Gen.Select(ModelStep.GenSteps, ModelRules.GenRules, GenStep.Array[steps], (made, rules, happens) => (made, rules, happens));

    /// <summary>What an event says.</summary>
    public string Plan => (Value & 1) == 0 ? "pro" : "free";

    public override string ToString() => $"{Kind}({Contact},{Value}{(Kind is "edit" or "move" ? $" {Rules}{string.Concat(Steps.AsEnumerable())}" : "")}) ";
}
