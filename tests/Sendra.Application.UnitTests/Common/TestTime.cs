namespace Sendra.Application.UnitTests.Common;

/// <summary>A clock that goes as ours does, and in leaps.</summary>
internal sealed class TestTime : TimeProvider
{
    private TimeSpan _ahead;

    public void Leap(int days) => _ahead += TimeSpan.FromDays(days);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
