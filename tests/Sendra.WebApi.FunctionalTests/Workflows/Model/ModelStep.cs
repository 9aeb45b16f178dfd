using System.Text.Json;
using CsCheck;

namespace Sendra.Tests.Model;

/// <summary>A step as the model knows it: which kind, and where it leads. Dates stand in the contact's field <c>trialEndsAt</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">w: waits for a time, h: the same, and then for the hours of <see cref="WorkflowModel.From"/>, u: waits until the date, e: waits for an event with the plan, f: waits for an event that says the same as the one which made the run, b: branches by plan, s: splits, c: changes the contact.</param>
/// <param name="Time">How long it waits, at most where it waits for an event, or how long after the date.</param>
/// <param name="Plan">The plan that it asks for or sets; a number is set as date.</param>
/// <param name="Next">Where it leads, by number; for a branch where the plan leads, for an event where its arrival does.</param>
/// <param name="Otherwise">The other way of a branch, a split or a wait for an event.</param>
internal sealed record ModelStep(string Id, char Kind, int Time, string Plan, int? Next, int? Otherwise)
{
    /// <summary>The event that is waited for.</summary>
    public const string Heard = "heard";

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    // Every step leads to the one after it on one of its ways, so that all can be reached, and never back, so that none loops.
    public static readonly Gen<ModelStep[]> GenSteps = Gen.Select(
        Gen.Select(Gen.OneOf('w', 'h', 'u', 'e', 'f', 'b', 's', 'c'), Gen.Int[-30, 60], Gen.OneOf("pro", "free", "20", "90"), Gen.Int[0, 6], Gen.Bool).Array[1, 6],
        Gen.Shuffle(new[] { "a", "b", "c", "d", "e", "f", "g", "h" }),
        (steps, ids) => steps.Select((step, i) =>
        {
            int? following = i + 1 < steps.Length ? i + 1 : null;
            int? jump = i + 1 + step.Item4 < steps.Length ? i + 1 + step.Item4 : null;
            var (next, otherwise) = step.Item1 is 'b' or 's' or 'e' or 'f' ? (step.Item5 ? (following, jump) : (jump, following)) : (following, null);
            return new ModelStep(ids[i], step.Item1, step.Item1 is 'w' or 'h' or 'e' or 'f' ? Math.Abs(step.Item2) : step.Item2, step.Item3, next, otherwise);
        }).ToArray());

    /// <summary>Its type, by which a run may go on from it in another version.</summary>
    public char Type => Kind is 'u' or 'h' ? 'w' : Kind is 'f' ? 'e' : Kind;

    public static string ToJson(IReadOnlyList<ModelStep> steps, ModelTime time) => JsonSerializer.Serialize(steps.Select(step => step.ToJsonObject(steps, time)));

    public override string ToString() => $"{Id}:{Kind}{Time}{Plan}>{Next}|{Otherwise} ";

    private object ToJsonObject(IReadOnlyList<ModelStep> steps, ModelTime time)
    {
        var (next, otherwise) = (Next is { } n ? steps[n].Id : null, Otherwise is { } o ? steps[o].Id : null);
        return Kind switch
        {
            'w' => new { id = Id, type = "wait", @for = ModelTime.Duration(Time), next },
            'h' => new { id = Id, type = "wait", @for = ModelTime.Duration(Time), window = new { days = Days, from = time.Clock(WorkflowModel.From), to = time.Clock(WorkflowModel.To), timeZone = "workspace" }, next },
            'u' => new { id = Id, type = "wait", until = new { field = "contact.trialEndsAt", offset = ModelTime.Duration(Time) }, next },
            'e' => new { id = Id, type = "waitForEvent", eventName = Heard, where = new { field = "event.v", op = "equals", value = Plan }, timeout = ModelTime.Duration(Time), next, timedOut = otherwise },
            'f' => new { id = Id, type = "waitForEvent", eventName = Heard, where = new { field = "event.v", op = "equals", value = new { field = "trigger.v" } }, timeout = ModelTime.Duration(Time), next, timedOut = otherwise },
            'b' => new
            {
                id = Id,
                type = "branch",
                otherwise,
                paths = new[] { new { name = "yes", when = new { field = "contact.plan", op = "equals", value = Plan }, next } },
            },
            's' => new { id = Id, type = "split", paths = new object[] { new { name = "a", weight = 1, next }, new { name = "b", weight = 2, next = otherwise } } },
            'c' => new { id = Id, type = "updateContact", set = int.TryParse(Plan, out var date) ? new { trialEndsAt = time.Date(date) } : (object)new { plan = Plan }, next },
            _ => throw new InvalidOperationException($"No step is a {Kind}."),
        };
    }
}
