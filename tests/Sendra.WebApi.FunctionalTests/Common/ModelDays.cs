namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>
/// Days that pass for several histories at once which share a clock: none begins while something is under way, so that whatever is done
/// in one piece is done on one day.
/// </summary>
internal sealed class ModelDays(TestClock clock)
{
    private readonly Lock _gate = new();
    private readonly DateTimeOffset _first = clock.GetUtcNow();
    private Task _passing = Task.CompletedTask;
    private TaskCompletionSource _idle = new();
    private int _underWay;
    private int _day;

    /// <summary>When a day is.</summary>
    public DateTimeOffset TimeOf(int day) => _first.AddDays(day);

    /// <summary>Does something on one day, and tells it which.</summary>
    public async Task DuringAsync(Func<int, Task> act)
    {
        for (var isIn = false; !isIn;)
        {
            Task passing;
            lock (_gate)
            {
                passing = _passing;
                isIn = passing.IsCompleted;
                _underWay += isIn ? 1 : 0;
            }

            await passing;
        }

        try
        {
            await act(_day);
        }
        finally
        {
            lock (_gate)
            {
                if (--_underWay == 0)
                {
                    _idle.TrySetResult();
                }
            }
        }
    }

    /// <summary>Lets days pass, once nothing is under way.</summary>
    public async Task PassAsync(int days)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task idle;
        while (true)
        {
            Task other;
            lock (_gate)
            {
                other = _passing;
                if (other.IsCompleted)
                {
                    _passing = passed.Task;
                    _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    idle = _underWay == 0 ? Task.CompletedTask : _idle.Task;
                    break;
                }
            }

            await other;
        }

        await idle;
        clock.Advance(TimeSpan.FromDays(days));
        _day += days;
        passed.SetResult();
    }
}
