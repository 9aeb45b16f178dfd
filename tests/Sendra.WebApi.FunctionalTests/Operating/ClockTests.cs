using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Clocks;
using Sendra.Infrastructure.Events;
using Sendra.WebApi.FunctionalTests.Events;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>System clocks may lie: nodes go by the database's, and what counts time counts it.</summary>
public sealed class ClockTests(string provider) : FunctionalTest(provider)
{
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(5);

    [TestCase(-10)]
    [TestCase(10)]
    public async Task L2_events_of_a_node_whose_clock_is_minutes_off_reach_the_other_nodes_tail(int minutes)
    {
        Assume.That(App.Database.ServesManyNodes, $"{App.Database.Provider} serves one node.");
        var ada = await App.RegisterAsync();
        await using var off = App.StartNode(new SkewedClock(App.Clock) { Ahead = TimeSpan.FromMinutes(minutes) });
        await using var tail = await LiveTail.OpenAsync(ada);

        await off.As(ada).EventAsync("bob@example.com", "there");
        await ada.EventAsync("bob@example.com", "here");

        var shown = new[] { await tail.NextAsync(), await tail.NextAsync() };
        shown.Select(item => item.Text("eventName")).Should().Equal("there", "here");
        shown.Select(item => item.GetProperty("receivedAt").GetDateTimeOffset()).Should().OnlyContain(time => time > App.Clock.GetUtcNow() - Near && time < App.Clock.GetUtcNow() + Near);
    }

    [Test]
    public async Task A_system_clock_that_leaps_hours_ahead_and_back_moves_no_event()
    {
        var ada = await App.RegisterAsync();
        var clock = new SkewedClock(App.Clock);
        await using var node = App.StartNode(clock);
        var client = node.As(ada);
        foreach (var hours in new[] { 10, -10, 0 })
        {
            clock.Ahead = TimeSpan.FromHours(hours);
            await client.EventAsync("bob@example.com", $"e{hours}");
            var newest = (await client.ItemsAsync("/api/events?limit=1")).Single();
            newest.Text("eventName").Should().Be($"e{hours}");
            newest.GetProperty("receivedAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), Near);
        }
    }

    [TestCase(10)]
    [TestCase(-10)]
    public async Task The_databases_clock_is_followed_when_a_leap_lasts_and_at_once_in_small(int hours)
    {
        var right = new TestClock();
        var database = new SkewedClock(right);
        var clock = new NodeClock(right);
        var watch = new ClockWatch(clock, new TestDatabaseTime(database), NullLogger<ClockWatch>.Instance);
        await watch.FollowAsync(CancellationToken.None);

        database.Ahead = TimeSpan.FromSeconds(2);
        await watch.FollowAsync(CancellationToken.None);
        clock.GetUtcNow().Should().BeCloseTo(database.GetUtcNow(), TimeSpan.FromMilliseconds(10));

        database.Ahead = TimeSpan.FromHours(hours);
        await watch.FollowAsync(CancellationToken.None);
        right.Advance(TimeSpan.FromSeconds(50));
        await watch.FollowAsync(CancellationToken.None);
        clock.GetUtcNow().Should().BeCloseTo(right.GetUtcNow(), Near, "it may be set back soon");

        database.Ahead = TimeSpan.Zero;
        await watch.FollowAsync(CancellationToken.None);
        database.Ahead = TimeSpan.FromHours(hours);
        await watch.FollowAsync(CancellationToken.None);
        right.Advance(TimeSpan.FromSeconds(61));
        await watch.FollowAsync(CancellationToken.None);
        clock.GetUtcNow().Should().BeCloseTo(database.GetUtcNow(), TimeSpan.FromMilliseconds(10));
    }

    [Test]
    public void L2_what_is_dated_ahead_keeps_no_place_in_a_tails_memory()
    {
        var seen = new SeenEvents();
        var ids = new IdGenerator(TestClock.At(new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero)));
        EventId[] ahead = [.. Enumerable.Range(0, 100).Select(_ => ids.Next<EventId>())];
        Array.ForEach(ahead, seen.Add);
        var now = new IdGenerator(TestClock.At(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        EventId[] ordinary = [.. Enumerable.Range(0, 30_000).Select(_ => now.Next<EventId>())];
        Array.ForEach(ordinary, seen.Add);

        seen.ForgetBefore(now.Next<EventId>(), ahead[0]);

        seen.UpTo(long.MaxValue).Should().HaveCount(10_000).And.NotContain(ahead);
        ahead.Should().OnlyContain(id => seen.Contains(id), "looks find them until their time comes");
        seen.ForgetBefore(ids.Next<EventId>(), ids.Next<EventId>());
        ahead.Should().NotContain(id => seen.Contains(id));
    }

    [Test]
    public async Task A_clock_that_differs_is_shown_in_readiness_and_a_right_one_as_right()
    {
        var clock = new SkewedClock(App.Clock) { Ahead = TimeSpan.FromMinutes(-10) };
        await using var node = App.StartNode(clock);

        var off = (await node.Anonymous().GetAsync("/health/ready")).ShouldBe(200).Json.GetProperty("clock");
        off.Text("status").Should().Be("differs");
        off.GetProperty("systemAheadSeconds").GetDouble().Should().BeApproximately(-600, 5);

        clock.Ahead = TimeSpan.Zero;
        await node.Services.GetRequiredService<ClockWatch>().FollowAsync(CancellationToken.None);
        (await node.Anonymous().GetAsync("/health/ready")).ShouldBe(200).Json.GetProperty("clock").Text("status").Should().Be("right");
    }

    [Test]
    public async Task W5_wrong_passwords_wait_as_long_as_is_said_whatever_the_clock_does()
    {
        var ada = await App.RegisterAsync();
        var clock = new SkewedClock(App.Clock);
        await using var node = App.StartNode(clock);
        var client = node.Anonymous();
        for (var tries = 0; tries < 10; tries++)
        {
            (await client.PostAsync("/api/auth/login", new { email = ada.Email, password = "not the password" })).ShouldBe(401);
        }

        clock.Ahead = TimeSpan.FromHours(-6);
        await node.Services.GetRequiredService<ClockWatch>().FollowAsync(CancellationToken.None);

        var refused = await client.PostAsync("/api/auth/login", new { email = ada.Email, password = "not the password" });
        refused.ShouldBe(429);
        refused.Headers.RetryAfter!.Delta!.Value.Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(5));
    }
}
