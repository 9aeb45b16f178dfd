namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>
/// The real time, plus what tests skipped, both as time and as what is counted. It only goes forward, as the ids that carry
/// it do: a test that compares times takes them from here.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private readonly DateTimeOffset _begin;
    private readonly long _began = System.GetTimestamp();
    private long _skipped;

    public TestClock() => _begin = System.GetUtcNow();

    private TestClock(DateTimeOffset begin) => _begin = begin;

    public override DateTimeOffset GetUtcNow() => _begin + System.GetElapsedTime(_began) + TimeSpan.FromTicks(Interlocked.Read(ref _skipped));

    public override long GetTimestamp() =>
        System.GetTimestamp() + (Interlocked.Read(ref _skipped) * (TimestampFrequency / TimeSpan.TicksPerSecond));

    /// <summary>A clock that begins at a time, such as that of a kept database.</summary>
    public static TestClock At(DateTimeOffset time) => new(time);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _skipped, time.Ticks);
}
