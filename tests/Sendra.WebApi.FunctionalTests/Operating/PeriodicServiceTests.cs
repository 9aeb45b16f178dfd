using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Sendra.Infrastructure.Background;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>What a node does every hour begins soon after its start. Otherwise a node that is restarted often would never do it.</summary>
public sealed class PeriodicServiceTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    [Test]
    public async Task It_begins_soon_after_the_start_and_goes_on_after_a_failure()
    {
        var clock = new FakeTimeProvider();
        var started = clock.GetUtcNow();
        using var service = new FailingService(clock);

        await service.StartAsync(CancellationToken.None);
        for (var began = Stopwatch.GetTimestamp(); service.Failures.Count < 3; await Looks.AgainAsync())
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(1));
            clock.Advance(First / 2);
        }

        await service.StopAsync(CancellationToken.None);
        (service.Failures[0] - started).Should().BeGreaterThanOrEqualTo(First).And.BeLessThan(Interval / 2);
        service.Failures.Zip(service.Failures.Skip(1), (one, next) => next - one).Should().AllSatisfy(apart => apart.Should().BeCloseTo(Interval, First));
    }

    private sealed class FailingService(TimeProvider clock) : PeriodicService(Interval, First, clock)
    {
        public List<DateTimeOffset> Failures { get; } = [];

        protected override Task RunOnceAsync(CancellationToken stoppingToken) => throw new TimeoutException("Not now.");

        protected override void OnFailed(Exception exception) => Failures.Add(Clock.GetUtcNow());
    }
}
