namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>
/// The real time, plus what tests skipped. It only goes forward, as the ids that carry it do: a test that compares
/// times takes them from here.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private long _skipped;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _skipped));

    /// <summary>A clock that begins at a time, such as that of a kept database.</summary>
    public static TestClock At(DateTimeOffset time) => new() { _skipped = (time - System.GetUtcNow()).Ticks };

    public void Advance(TimeSpan time) => Interlocked.Add(ref _skipped, time.Ticks);
}
