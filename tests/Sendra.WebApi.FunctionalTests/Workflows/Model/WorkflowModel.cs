namespace Sendra.Tests.Model;

/// <summary>
/// What workflows do to the runs of one contact, on a page: times are whole numbers, a date is the number that it means, and
/// whatever can go on at a time goes on, oldest run first, until nothing moves.
/// </summary>
/// <param name="split">Which way a run takes at a split, as it was seen to do.</param>
internal sealed class WorkflowModel(Func<int, string, string> split)
{
    /// <summary>When the hours begin that a wait may ask for, each day.</summary>
    public const int From = 12;

    /// <summary>When they are over.</summary>
    public const int To = 30;

    public string? Plan { get; set; }

    public int? Date { get; set; }

    /// <summary>While it is, no step is left.</summary>
    public bool IsPaused { get; set; }

    public List<ModelRun> Runs { get; } = [];

    /// <param name="trigger">What stands in the event that makes the run.</param>
    public void Begin(IReadOnlyList<ModelStep> steps, int now, string trigger)
    {
        if (!IsPaused)
        {
            Runs.Add(new ModelRun(Runs.Count, steps, 0, now, trigger));
            Settle(now);
        }
    }

    /// <summary>An event comes that runs may wait for: it counts while there is time, also while no step is left.</summary>
    /// <returns>How many runs waited for it.</returns>
    public int Hear(string value, int now)
    {
        var waiting = Runs.FindAll(run => run is { At: { } at, HasReceived: false } && run.Since + run.Steps[at].Time > now && run.Steps[at].Kind switch
        {
            'e' => run.Steps[at].Plan == value,
            'f' => run.Trigger == value,
            _ => false,
        });
        waiting.ForEach(run => run.HasReceived = true);
        Settle(now);
        return waiting.Count;
    }

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
    public static void Move(ModelRun run, IReadOnlyList<ModelStep> steps)
    {
        if (run.At is { } at && steps.Index().FirstOrDefault(step => step.Item.Id == run.Steps[at].Id && step.Item.Type == run.Steps[at].Type) is { Item: not null } found)
        {
            (run.Steps, run.At) = (steps, found.Index);
        }
    }

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
                'e' or 'f' when !run.HasReceived => run.Since + step.Time,
                _ => now,
            };
            if (ends > now)
            {
                break;
            }

            var isYes = step.Kind switch
            {
                'b' => Plan == step.Plan,
                'e' or 'f' => run.HasReceived,
                's' => split(run.Number, step.Id) == "a",
                _ => true,
            };
            var what = step.Kind switch
            {
                'b' => isYes ? " yes" : " otherwise",
                's' => isYes ? " a" : " b",
                'e' or 'f' => isYes ? " received" : " timedOut",
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
