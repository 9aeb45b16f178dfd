namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// Effects of a workspace that are ready to be claimed. Many are read and rendered at once; they are claimed as places become free, so that
/// nothing is claimed that has to wait. What is left after a moment is forgotten: it is still due, and its contact may have changed.
/// </summary>
/// <param name="clock">Tells how old it is.</param>
/// <param name="prepared">The effects, in the order of their turns.</param>
/// <param name="hasMore">True when more are due than were read.</param>
/// <param name="late">Emails that have come due and go behind those that wait (M6); null where nothing is counted.</param>
internal sealed class Stock(TimeProvider clock, IReadOnlyList<PreparedEffect> prepared, bool hasMore, IReadOnlyList<DueEffect>? late = null)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly long _madeAt = clock.GetTimestamp();
    private IReadOnlyList<DueEffect> _late = late ?? [];

    /// <summary>What is left.</summary>
    public IReadOnlyList<PreparedEffect> Left { get; set; } = prepared;

    /// <summary>True when nothing is left and nothing more was due.</summary>
    public bool IsEmpty => Left.Count == 0 && !hasMore;

    /// <summary>True when emails are counted (M6).</summary>
    public bool IsCounted => late is not null;

    /// <summary>True when what is left is to be forgotten.</summary>
    public bool IsOld => Left.Count > 0 && clock.GetElapsedTime(_madeAt) > Moment;

    /// <summary>The emails that go behind those that wait, once.</summary>
    public IReadOnlyList<DueEffect> TakeLate()
    {
        var taken = _late;
        _late = [];
        return taken;
    }
}
