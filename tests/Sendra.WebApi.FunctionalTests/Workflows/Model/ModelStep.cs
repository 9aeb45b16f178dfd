using System.Text.Json;
using CsCheck;

namespace Sendra.Tests.Model;

/// <summary>A step as the model knows it: which kind, and where it leads. Dates stand in the contact's field <c>trialEndsAt</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">w: waits for a time, h: the same, and then for the hours of <see cref="WorkflowModel.From"/>, u: waits until the date, e: waits for an event with the plan, f: waits for an event that says the same as the one which made the run, g: waits for the trigger to come again, b: branches by plan, r: branches by the past, s: splits, c: changes the contact.</param>
/// <param name="Time">How long it waits, at most where it waits for an event, or how long after the date.</param>
/// <param name="Plan">The plan that it asks for or sets; a number is set as date.</param>
/// <param name="Past">What it asks of the past.</param>
/// <param name="Next">Where it leads, by number; for a branch where a condition that holds leads, for an event where its arrival does.</param>
/// <param name="Otherwise">The other way of a branch, a split or a wait for an event.</param>
internal sealed record ModelStep(string Id, char Kind, int Time, string Plan, ModelPast Past, int? Next, int? Otherwise)
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    // Every step leads to the one after it on one of its ways, so that all can be reached, and never back, so that none loops.
    public static readonly Gen<ModelStep[]> GenSteps = Gen.Select(
        Gen.Select(
            Gen.OneOf('w', 'h', 'u', 'e', 'f', 'g', 'b', 'r', 's', 'c'), Gen.Int[-30, 60], Gen.OneOf("pro", "free", "20", "90"), Gen.Int[0, 6], Gen.Bool,
            ModelPast.GenPast).Array[1, 6],
        Gen.Shuffle(new[] { "a", "b", "c", "d", "e", "f", "g", "h" }),
        (steps, ids) => steps.Select((step, i) =>
        {
            var (kind, time, plan, far, isNext, past) = step;
            int? following = i + 1 < steps.Length ? i + 1 : null;
            int? jump = i + 1 + far < steps.Length ? i + 1 + far : null;
            var (next, otherwise) = !"brsefg".Contains(kind) ? (following, null) : isNext ? (following, jump) : (jump, following);
            return new ModelStep(ids[i], kind, kind == 'u' ? time : Math.Abs(time), plan, past, next, otherwise);
        }).ToArray());

    /// <summary>Its type, by which a run may go on from it in another version.</summary>
    public char Type => Kind switch { 'u' or 'h' => 'w', 'f' or 'g' => 'e', 'r' => 'b', _ => Kind };

    /// <summary>Whether it waits for such an event.</summary>
    /// <param name="trigger">What the event said that made the run.</param>
    public bool WaitsFor(string name, string value, string trigger) => (Kind, name) switch
    {
        ('e', ModelEvent.Heard) => value == Plan,
        ('f', ModelEvent.Heard) => value == trigger,
        ('g', ModelEvent.Go) => true,
        _ => false,
    };

    /// <param name="prefix">Stands before the names of events.</param>
    public static string ToJson(IReadOnlyList<ModelStep> steps, ModelTime time, string prefix = "") =>
        JsonSerializer.Serialize(steps.Select(step => step.ToJsonObject(steps, time, prefix)));

    public override string ToString() => $"{Id}:{Kind}{Time}{Plan}{(Kind == 'r' ? Past : "")}>{Next}|{Otherwise} ";

    private object ToJsonObject(IReadOnlyList<ModelStep> steps, ModelTime time, string prefix)
    {
        var (next, otherwise) = (Next is { } n ? steps[n].Id : null, Otherwise is { } o ? steps[o].Id : null);
        return Kind switch
        {
            'w' => new { id = Id, type = "wait", @for = ModelTime.Duration(Time), next },
            'h' => new { id = Id, type = "wait", @for = ModelTime.Duration(Time), window = new { days = Days, from = time.Clock(WorkflowModel.From), to = time.Clock(WorkflowModel.To), timeZone = "workspace" }, next },
            'u' => new { id = Id, type = "wait", until = new { field = "contact.trialEndsAt", offset = ModelTime.Duration(Time) }, next },
            'e' => Waiting(ModelEvent.Heard, new { field = "event.v", op = "equals", value = Plan }),
            'f' => Waiting(ModelEvent.Heard, new { field = "event.v", op = "equals", value = new { field = "trigger.v" } }),
            'g' => Waiting(ModelEvent.Go, null),
            'b' => Branching(new { field = "contact.plan", op = "equals", value = Plan }),
            'r' => Branching(Past.ToJsonObject(prefix)),
            's' => new { id = Id, type = "split", paths = new object[] { new { name = "a", weight = 1, next }, new { name = "b", weight = 2, next = otherwise } } },
            'c' => new { id = Id, type = "updateContact", set = int.TryParse(Plan, out var date) ? new { trialEndsAt = time.Date(date) } : (object)new { plan = Plan }, next },
            _ => throw new InvalidOperationException($"No step is a {Kind}."),
        };

        object Waiting(string name, object? where) =>
            new { id = Id, type = "waitForEvent", eventName = prefix + name, where, timeout = ModelTime.Duration(Time), next, timedOut = otherwise };

        object Branching(object when) => new { id = Id, type = "branch", otherwise, paths = new[] { new { name = "yes", when, next } } };
    }
}
