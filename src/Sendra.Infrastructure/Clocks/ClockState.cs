namespace Sendra.Infrastructure.Clocks;

/// <summary>What readiness shows of the clocks.</summary>
public sealed class ClockState
{
    private readonly NodeClock _clock;

    internal ClockState(NodeClock clock) => _clock = clock;

    /// <summary>How far the machine's own clock was ahead of the database's; negative when behind.</summary>
    public TimeSpan SystemAhead => _clock.SystemAhead;

    /// <summary>False when the two differ by more than they may. Sendra goes by the database's then, too.</summary>
    public bool SystemIsRight => SystemAhead.Duration() <= ClockWatch.Bound;
}
