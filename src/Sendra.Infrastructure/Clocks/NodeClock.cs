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

    /// <summary>How far the system's own clock was ahead of this node's time when that was last compared; negative when behind.</summary>
    public TimeSpan SystemAhead => TimeSpan.FromTicks(Interlocked.Read(ref _systemAhead));

    public override DateTimeOffset GetUtcNow()
    {
        var anchor = _anchor;
        return anchor.Time + system.GetElapsedTime(anchor.Timestamp);
    }

    public override long GetTimestamp() => system.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);

    /// <summary>How far the database's clock is ahead of this node's, as far as that can be told; negative when behind.</summary>
    public TimeSpan Off(ClockReading reading)
    {
        var anchor = _anchor;
        var off = reading.Time - (anchor.Time + system.GetElapsedTime(anchor.Timestamp, reading.Timestamp));
        return off.Duration() > reading.Uncertainty ? off : TimeSpan.Zero;
    }

    /// <summary>Goes by what the database says.</summary>
    public void Follow(ClockReading reading) => _anchor = new Anchor(reading.Time, reading.Timestamp);

    /// <summary>Looks how far the system's own clock is off.</summary>
    public void Compare() => Interlocked.Exchange(ref _systemAhead, (system.GetUtcNow() - GetUtcNow()).Ticks);

    private sealed record Anchor(DateTimeOffset Time, long Timestamp);
}
