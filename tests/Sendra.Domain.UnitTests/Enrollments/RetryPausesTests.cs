using Sendra.Domain.Enrollments;

namespace Sendra.Domain.UnitTests.Enrollments;

internal sealed class RetryPausesTests
{
    [Test]
    public void F6_pauses_grow_from_a_minute_to_six_hours([Values(0, 0.5, 0.999)] double random)
    {
        var pauses = Enumerable.Range(1, RetryPauses.MaxTries - 1).Select(tries => RetryPauses.Default.After(tries, null, random)).ToArray();

        pauses.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        pauses[0].Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1)).And.BeLessThan(TimeSpan.FromMinutes(1.2));
        pauses[^1].Should().BeGreaterThan(TimeSpan.FromHours(4.9)).And.BeLessThanOrEqualTo(TimeSpan.FromHours(6));
    }

    [TestCase(0, 1)]
    [TestCase(-5, 1)]
    [TestCase(30, 30)]
    [TestCase(1_000_000, 21_600)]
    public void F6_a_receiver_may_ask_for_another_one(int asked, int seconds) =>
        RetryPauses.Default.After(7, TimeSpan.FromSeconds(asked), 0.5).Should().Be(TimeSpan.FromSeconds(seconds));
}
