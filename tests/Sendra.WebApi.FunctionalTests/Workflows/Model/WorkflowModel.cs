namespace Sendra.Tests.Model;

/// <summary>
/// What an automation does to the runs of one contact, on a page: times are whole numbers, a date is the number that it means, and
/// whatever can go on at a time goes on, oldest run first, until nothing moves.
/// </summary>
/// <param name="split">Which way a run takes at a split, as it was seen to do.</param>
internal sealed class WorkflowModel(Func<int, string, string> split)
{
    /// <summary>When the hours begin that a wait may ask for, each day.</summary>
    public const int From = 12;

    /// <summary>When they are over.</summary>
    public const int To = 30;

    private readonly List<ModelEvent> _events = [];

    /// <summary>Whom it enrolls.</summary>
    public required ModelRules Rules { get; set; }

    /// <summary>What new runs go through.</summary>
    public required IReadOnlyList<ModelStep> Steps { get; set; }

    public string? Plan { get; set; }

    public int? Date { get; set; }

    /// <summary>While it is, nobody is enrolled and no step is left.</summary>
    public bool IsPaused { get; set; }

    public List<ModelRun> Runs { get; } = [];

    /// <summary>What is filled in counts from now on, and does nothing (E12).</summary>
    /// <param name="ago">How long ago it happened.</param>
    public void FillIn(string name, string value, int now, int ago) => _events.Add(new ModelEvent(name, value, now - ago));

    /// <summary>An event: all exits, then all wakes, then the enrollment, and then these runs walk in that order (F14).</summary>
    public (int Enrolled, int Exited, int Woken) Send(string name, string value, int now)
    {
        _events.Add(new ModelEvent(name, value, now));
        var exited = Runs.FindAll(run => run.At is not null && Exits(run, name, value));
        exited.ForEach(run => Exit(run, now, "exitEvent"));

        // It counts while there is time, also while no step is left.
        var woken = Runs.FindAll(run => run is { At: { } at, HasReceived: false } && run.Since + run.Steps[at].Time > now && run.Steps[at].WaitsFor(name, value, run.Trigger));
        woken.ForEach(run => run.HasReceived = true);

        var enrolls = Enrolls(name, value, now);
        if (enrolls)
        {
            Runs.Add(new ModelRun(Runs.Count, Steps, now, value, Rules.KeyOf(value)));
        }

        foreach (var run in enrolls ? woken.Append(Runs[^1]) : woken)
        {
            _ = !IsPaused && Walk(run, now);
        }

        Settle(now);
        return (enrolls ? 1 : 0, exited.Count, woken.Count);
    }

    /// <summary>Whether no more than one run is under way after such an event.</summary>
    public bool StaysAlone(string name, string value, int now) => Runs.All(run => run.At is null || Exits(run, name, value)) || !Enrolls(name, value, now);

    public void Settle(int now)
    {
        while (!IsPaused && Runs.Any(run => Walk(run, now)))
        {
        }
    }

    /// <param name="because"><c>exitEvent</c> or <c>byHand</c>.</param>
    public static void Exit(ModelRun run, int now, string because)
    {
        if (run.At is { } at)
        {
            run.Journey.Add($"{run.Steps[at].Id} cancelled {because} {now}");
            (run.At, run.End) = (null, because);
        }
    }

    /// <summary>Those who stand at a step whose id and type are still there go on from it; the others stay on their old steps.</summary>
    public void MoveAll()
    {
        foreach (var run in Runs)
        {
            if (run.At is { } at && Steps.Index().FirstOrDefault(step => step.Item.Id == run.Steps[at].Id && step.Item.Type == run.Steps[at].Type) is { Item: not null } found)
            {
                (run.Steps, run.At) = (Steps, found.Index);
            }
        }
    }

    private bool Enrolls(string name, string value, int now) =>
        name == ModelEvent.Go && !IsPaused && Rules.Where?.Holds(_events, now) != false && Rules.Admits(Runs, value, now);

    private bool Exits(ModelRun run, string name, string value) => name switch
    {
        ModelEvent.Stop => true,
        ModelEvent.Leave => run.Trigger == value,
        ModelEvent.Go => Rules.TriggerExits && run.Trigger == value,
        _ => false,
    };

    private bool Walk(ModelRun run, int now)
    {
        var moved = false;
        while (run.At is { } at)
        {
            var step = run.Steps[at];
            var ends = step.Kind switch
            {
                'w' => run.Since + step.Time,
                'h' => InHours(Math.Max(run.Since + step.Time, now)),
                'u' => Date + step.Time,
                'e' or 'f' or 'g' when !run.HasReceived => run.Since + step.Time,
                _ => now,
            };
            if (ends > now)
            {
                break;
            }

            var isYes = step.Kind switch
            {
                'b' => Plan == step.Plan,
                'r' => step.Past.Holds(_events, now),
                'e' or 'f' or 'g' => run.HasReceived,
                's' => split(run.Number, step.Id) == "a",
                _ => true,
            };
            var what = step.Kind switch
            {
                'b' or 'r' => isYes ? " yes" : " otherwise",
                's' => isYes ? " a" : " b",
                'e' or 'f' or 'g' => isYes ? " received" : " timedOut",
                'u' when Date is null => " dateMissing",
                _ => "",
            };
            run.Journey.Add($"{step.Id} done{what} {now}");
            if (step.Kind == 'c')
            {
                (Date, Plan) = int.TryParse(step.Plan, out var date) ? (date, Plan) : (Date, step.Plan);
            }

            (run.At, run.Since, run.HasReceived, moved) = (isYes ? step.Next : step.Otherwise, now, false, true);
            run.End = run.At is null ? "completed" : null;
        }

        return moved;
    }

    // A wait that is late ends in the hours that come next.
    private static int InHours(int time)
    {
        var day = ModelTime.Day * (int)Math.Floor((double)time / ModelTime.Day);
        return time - day < From ? day + From : time - day < To ? time : day + ModelTime.Day + From;
    }
}
