namespace Sendra.Application.UnitTests.Workflows;

/// <summary>
/// What workflows do to the runs of one contact, on a page: minutes are whole numbers, a date is the minute that it means, and
/// whatever can go on at a minute goes on, oldest run first, until nothing moves.
/// </summary>
/// <param name="split">Which way a run takes at a split, as it was seen to do.</param>
internal sealed class WorkflowModel(Func<int, string, string> split)
{
    public string? Plan { get; set; }

    public int? Date { get; set; }

    public List<ModelRun> Runs { get; } = [];

    public void Begin(IReadOnlyList<ModelStep> steps, int now)
    {
        Runs.Add(new ModelRun(Runs.Count, steps, 0, now));
        Settle(now);
    }

    public void Settle(int now)
    {
        while (Runs.Any(run => Walk(run, now)))
        {
        }
    }

    public static void Exit(ModelRun run, int now)
    {
        if (run.At is { } at)
        {
            run.Journey.Add($"{run.Steps[at].Id} Cancelled ExitEvent {now}");
            (run.At, run.End) = (null, "ExitEvent");
        }
    }

    /// <summary>Those who stand at a step whose id and kind are still there go on from it; the others stay on their old steps.</summary>
    public static void Move(ModelRun run, IReadOnlyList<ModelStep> steps)
    {
        if (run.At is { } at && steps.Index().FirstOrDefault(step => step.Item.Id == run.Steps[at].Id && Type(step.Item) == Type(run.Steps[at])) is { Item: not null } found)
        {
            (run.Steps, run.At) = (steps, found.Index);
        }
    }

    private static char Type(ModelStep step) => step.Kind == 'u' ? 'w' : step.Kind;

    private bool Walk(ModelRun run, int now)
    {
        var moved = false;
        while (run.At is { } at)
        {
            var step = run.Steps[at];
            var ends = step.Kind == 'w' ? run.Since + step.Minutes : step.Kind == 'u' ? Date + step.Minutes : now;
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
                'u' when Date is null => " DateMissing",
                _ => "",
            };
            run.Journey.Add($"{step.Id} Done{what} {now}");
            if (step.Kind == 'c')
            {
                (Date, Plan) = int.TryParse(step.Plan, out var date) ? (date, Plan) : (Date, step.Plan);
            }

            (run.At, run.Since, moved) = (isYes ? step.Next : step.Otherwise, now, true);
            run.End = run.At is null ? "Completed" : null;
        }

        return moved;
    }
}
