namespace Sendra.Domain.Enrollments;

/// <summary>How long to wait between the tries of an effect: longer each time, and never the same for many at once (F6).</summary>
/// <param name="first">The first pause, before the jitter.</param>
public sealed class RetryPauses(TimeSpan first)
{
    /// <summary>How often an effect is tried.</summary>
    public const int MaxTries = 8;

    // From one minute, seven pauses come to six hours with this; a fifth of each is jitter.
    private const double Growth = 2.587;
    private const double Jitter = 0.2;

    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>The shortest pause that a receiver can ask for.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Those of a node that was told nothing else.</summary>
    public static readonly RetryPauses Default = new(TimeSpan.FromMinutes(1));

    /// <summary>The pause after a try.</summary>
    /// <param name="tries">How many tries there were, from 1.</param>
    /// <param name="asked">What the receiver asked for, which replaces the pause.</param>
    /// <param name="random">From 0 to just below 1.</param>
    public TimeSpan After(int tries, TimeSpan? asked, double random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        var pause = asked ?? first * (Math.Pow(Growth, tries - 1) * (1 + (Jitter * random)));
        return pause > Longest ? Longest : asked < Shortest ? Shortest : pause;
    }
}
