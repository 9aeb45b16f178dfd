namespace Sendra.Infrastructure.Enrollments;

/// <summary>
/// When to look for what is due: when it is known to be, and at least every <see cref="Interval"/>, since other nodes make some, too. What
/// comes due one by one is gathered for a moment, so that each moment costs a look and a commit, and not each of them. What comes after a
/// quiet moment is found at once.
/// </summary>
/// <param name="signal">Tells what this node makes.</param>
/// <param name="clock">The time.</param>
internal sealed class DueBeat(DueSignal signal, TimeProvider clock)
{
    /// <summary>The longest time between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private long? _looked;
    private DateTimeOffset _told;

    /// <summary>Waits until it is time for a look, and begins it.</summary>
    /// <param name="isBehind">True when the last look found more than could be done: then there is nothing to wait for.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>The time of the look.</returns>
    public async Task<DateTimeOffset> BeginLookAsync(bool isBehind, CancellationToken stop)
    {
        if (!isBehind && _looked is { } last && Moment - clock.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, clock, stop);
        }

        _looked = clock.GetTimestamp();

        // Before the look, so that nothing falls between.
        _told = signal.Take();
        return clock.GetUtcNow();
    }

    /// <summary>Begins a round without a look. What was told until now is for the next look to find, and wakes nobody.</summary>
    public void SkipLook() => signal.Take();

    /// <summary>How long to sleep when the look found nothing due.</summary>
    /// <param name="now">The time of the look.</param>
    /// <param name="next">What it found to be due soon.</param>
    public TimeSpan UntilNext(DateTimeOffset now, IEnumerable<DateTimeOffset> next)
    {
        var sleep = next.Append(_told).Min() - now;
        return sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep < Interval ? sleep : Interval;
    }

    /// <summary>Sleeps, unless something is due sooner.</summary>
    public async Task SleepAsync(TimeSpan sleep, CancellationToken stop)
    {
        if (sleep <= TimeSpan.Zero)
        {
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(Task.Delay(sleep, clock, ended.Token), signal.SoonerThan(clock.GetUtcNow() + sleep));
        await ended.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }
}
