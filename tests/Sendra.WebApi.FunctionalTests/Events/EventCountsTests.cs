using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Events;

/// <summary>Counts by the hour and by the day.</summary>
public sealed class EventCountsTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task Events_are_counted_by_hour_and_by_day_with_what_they_did()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("signUp", "everyTime", "left");
        ToNextDay();
        var (yesterday, hour) = (App.Clock.GetUtcNow(), TimeSpan.FromHours(1));
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("ada@example.com", "signUp");
        App.Clock.Advance(hour);
        await client.EventAsync("ada@example.com", "left");
        App.Clock.Advance(TimeSpan.FromDays(1) - hour);
        await client.EventAsync("bob@example.com", "signUp");

        var days = await BucketsAsync(client, $"bucket=day&from={yesterday.UtcDateTime:O}");
        var hours = await BucketsAsync(client, $"bucket=hour&from={yesterday.UtcDateTime:O}&to={(yesterday + (2 * hour)).UtcDateTime:yyyy-MM-ddTHH:00:00Z}");
        var named = await BucketsAsync(client, $"eventName=left&from={yesterday.UtcDateTime:O}");

        days.Should().Equal((Midnight(yesterday), 3, 2, 2), (Midnight(yesterday).AddDays(1), 1, 1, 0));
        hours.Should().Equal((Midnight(yesterday), 2, 2, 0), (Midnight(yesterday) + hour, 1, 0, 2));
        named.Should().Equal((Midnight(yesterday), 1, 0, 2), (Midnight(yesterday).AddDays(1), 0, 0, 0));
    }

    [Test]
    public async Task Without_a_period_it_is_a_day_by_the_hour_or_thirty_days()
    {
        var client = await App.RegisterAsync();
        await client.EventAsync("ada@example.com", "signUp");

        var hours = await BucketsAsync(client, "bucket=hour");
        var days = await BucketsAsync(client, "");

        (hours.Length, days.Length).Should().Be((24, 30));
        (hours[^1].Received, days[^1].Received).Should().Be((1, 1));
    }

    [Test]
    public async Task P2_a_pattern_has_its_last_thirty_days()
    {
        var client = await App.RegisterAsync();
        (await client.PostAsync("/api/event-patterns", new { name = "signUp" })).ShouldBe(201);
        await client.EventAsync("ada@example.com", "signUp");
        ToNextDay();
        App.Clock.Advance(TimeSpan.FromDays(28));
        (await client.PostAsync("/api/auth/login", new { email = client.Email, password = TestClient.Password })).ShouldBe(200);
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("ada@example.com", "other");

        (await DailyAsync(client)).Should().Equal([1, .. new int[28], 2]);

        App.Clock.Advance(TimeSpan.FromDays(1));
        (await DailyAsync(client)).Should().Equal([.. new int[28], 2, 0]);
    }

    [Test]
    public async Task Bad_input_is_refused_by_field()
    {
        var client = await App.RegisterAsync();

        (await client.GetAsync("/api/events/stats?bucket=week")).ShouldRefuse("bucket");
        (await client.GetAsync("/api/events/stats?bucket=hour&eventName=a")).ShouldRefuse("bucket");
        (await client.GetAsync("/api/events/stats?eventName=%20a")).ShouldRefuse("eventName");
        (await client.GetAsync("/api/events/stats?from=yesterday")).ShouldRefuse("from");
        (await client.GetAsync("/api/events/stats?from=2026-01-02&to=2026-01-01")).ShouldRefuse("to");
        (await client.GetAsync("/api/events/stats?bucket=hour&from=2025-01-01&to=2026-01-01")).ShouldRefuse("to");
        (await client.GetAsync("/api/events/stats?from=0001-01-01&to=9999-12-31")).ShouldRefuse("to");
        (await client.GetAsync("/api/events/stats?to=0001-01-01T00:00:00Z")).ShouldRefuse("to");
        (await client.GetAsync("/api/events/stats?from=9999-12-31&to=9999-12-31")).ShouldBe(200);
        (await client.GetAsync("/api/events/stats?bucket=hour&from=9999-12-31&to=9999-12-31")).ShouldBe(200);
        (await client.GetAsync("/api/events/stats?to=0001-01-01T00:00:01Z")).ShouldBe(200);
        (await client.GetAsync("/api/events/stats?from=9999-12-31&to=9999-12-31T23:59:59Z")).ShouldBe(200);
    }

    [Test]
    public async Task W4_another_workspaces_events_are_not_counted()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        await theirs.EventAsync("ada@example.com", "signUp");

        (await BucketsAsync(mine, "")).Sum(bucket => bucket.Received).Should().Be(0);
    }

    private static async Task<(DateTimeOffset From, int Received, int Enrolled, int Exited)[]> BucketsAsync(TestClient client, string query) =>
    [
        .. (await client.ItemsAsync($"/api/events/stats?{query}")).Select(bucket => (
            bucket.GetProperty("from").GetDateTimeOffset(),
            bucket.GetProperty("received").GetInt32(),
            bucket.GetProperty("enrolled").GetInt32(),
            bucket.GetProperty("exited").GetInt32())),
    ];

    private static async Task<int[]> DailyAsync(TestClient client) =>
        [.. (await client.ItemsAsync("/api/event-patterns"))[0].GetProperty("dailyCounts").EnumerateArray().Select(count => count.GetInt32())];

    private static DateTimeOffset Midnight(DateTimeOffset time) => new(time.UtcDateTime.Date, TimeSpan.Zero);

    // Soon after midnight, so that what follows falls into hours and days that the test knows.
    private void ToNextDay()
    {
        var now = App.Clock.GetUtcNow();
        App.Clock.Advance(Midnight(now).AddDays(1).AddMinutes(1) - now);
    }
}
