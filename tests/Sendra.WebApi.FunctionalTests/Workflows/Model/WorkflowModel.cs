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

    public void Begin(IReadOnlyList<ModelStep> steps, int now)
    {
        if (!IsPaused)
        {
            Runs.Add(new ModelRun(Runs.Count, steps, 0, now));
            Settle(now);
        }
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
                _ => now,
            };
            if (ends > now)
            {
                break;
            }

            var isYes = step.Kind switch
            {
                'b' => Plan == step.Plan,
                's' => split(run.Number, step.Id) == "a",
                _ => true,
            };
            var what = step.Kind switch
            {
                'b' => isYes ? " yes" : " otherwise",
                's' => isYes ? " a" : " b",
                'u' when Date is null => " dateMissing",
                _ => "",
            };
            run.Journey.Add($"{step.Id} done{what} {now}");
            if (step.Kind == 'c')
            {
                (Date, Plan) = int.TryParse(step.Plan, out var date) ? (date, Plan) : (Date, step.Plan);
            }

            (run.At, run.Since, moved) = (isYes ? step.Next : step.Otherwise, now, true);
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
