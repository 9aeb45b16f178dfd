namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>A machine whose clock is set wrong, and may be set anew; what it counts by is right, as real machines' is.</summary>
internal sealed class SkewedClock(TestClock right) : TimeProvider
{
    private long _ahead;

    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
        set => Interlocked.Exchange(ref _ahead, value.Ticks);
    }

    public override long TimestampFrequency => right.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + Ahead;

    public override long GetTimestamp() => right.GetTimestamp();
}
