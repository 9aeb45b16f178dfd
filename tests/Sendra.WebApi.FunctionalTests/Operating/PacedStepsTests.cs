using Microsoft.Extensions.Time.Testing;
using Sendra.Infrastructure.Background;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>Work that nobody waits for leaves most of the time to others.</summary>
public sealed class PacedStepsTests
{
    [TestCase(100, 300)]
    [TestCase(10_000, 1_000)]
    public async Task A_step_is_followed_by_a_rest(int step, int rest)
    {
        var clock = new FakeTimeProvider();
        var began = new List<DateTimeOffset>();

        var running = new PacedSteps(clock).RunAsync(
            () =>
            {
                began.Add(clock.GetUtcNow());
                clock.Advance(TimeSpan.FromMilliseconds(step));
                return Task.FromResult(began.Count < 3);
            },
            CancellationToken.None);
        for (; !running.IsCompleted; await Looks.AgainAsync())
        {
            clock.Advance(TimeSpan.FromMilliseconds(rest) / 10);
        }

        await running;
        began.Should().HaveCount(3);
        began.Zip(began[1..], (one, next) => (next - one).TotalMilliseconds).Should().AllSatisfy(apart => apart.Should().BeInRange(step + rest, 3 * (step + rest)));
    }
}
