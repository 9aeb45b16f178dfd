namespace Sendra.Infrastructure.Clocks;

/// <summary>
/// This node's time: the database's, carried on by what only goes forward. So nodes agree whatever their system clocks say, and a
/// system clock that leaps moves nothing.
/// </summary>
/// <param name="system">The machine's own clocks.</param>
internal sealed class NodeClock(TimeProvider system) : TimeProvider
{
    /// <summary>The key of the machine's own clocks among the services.</summary>
    public const string Machine = "machine";

    private volatile Anchor _anchor = new(system.GetUtcNow(), system.GetTimestamp());
    private long _systemAhead;

    public override long TimestampFrequency => system.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => system.LocalTimeZone;

    /// <summary>How far the system's own clock was ahead of the database's when that was last asked; negative when behind.</summary>
    public TimeSpan SystemAhead => TimeSpan.FromTicks(Interlocked.Read(ref _systemAhead));

    public override DateTimeOffset GetUtcNow()
    {
        var anchor = _anchor;
        return anchor.Time + system.GetElapsedTime(anchor.Timestamp);
    }

    public override long GetTimestamp() => system.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);

    /// <summary>Goes by what the database says, as far as that is surer than what is known.</summary>
    /// <returns>How far this node's time was moved.</returns>
    public TimeSpan Follow(ClockReading reading)
    {
        var anchor = _anchor;
        var off = reading.Time - (anchor.Time + system.GetElapsedTime(anchor.Timestamp, reading.Timestamp));
        if (off.Duration() <= reading.Uncertainty)
        {
            off = TimeSpan.Zero;
        }
        else
        {
            _anchor = new Anchor(reading.Time, reading.Timestamp);
        }

        Interlocked.Exchange(ref _systemAhead, (system.GetUtcNow() - GetUtcNow()).Ticks);
        return off;
    }

    private sealed record Anchor(DateTimeOffset Time, long Timestamp);
}
