using System.Globalization;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventPatterns;

/// <summary>Random histories of parallel senders, erasures and retention: counts always equal the log.</summary>
public sealed class CountTests(string provider) : FunctionalTest(provider)
{
    private const int Histories = 15;
    private static readonly string[] Names = ["a", "b", "A", "no pattern"];

    private static readonly Gen<(string Kind, int Person, string Name, int Count)> GenStep = Gen.Select(
        Gen.Frequency((6, Gen.Const("send")), (2, Gen.Const("erase")), (1, Gen.Const("purge"))), Gen.Int[0, 3], Gen.OneOf(Names), Gen.Int[1, 30]);

    [Test]
    public async Task P2_L3_counts_equal_the_log_after_parallel_senders_erasures_and_retention()
    {
        await GenStep.Array[1, 8].Array[3].SampleAsync(RunAsync, iter: Histories, threads: 1);
    }

    [Test]
    public async Task L3_a_name_whose_events_were_all_erased_is_counted_anew()
    {
        var client = await App.RegisterAsync();
        for (var time = 1; time <= 3; time++)
        {
            (await client.PostAsync("/api/events/batch", new { events = Enumerable.Repeat(Event(1, "a"), time) })).ShouldBe(200);
            (await client.ItemsAsync("/api/event-patterns/undeclared")).Should().ContainSingle().Which.GetProperty("receivedCount").GetInt32().Should().Be(time);
            var contact = (await client.ItemsAsync("/api/contacts")).Should().ContainSingle().Subject;
            (await client.DeleteAsync($"/api/contacts/{contact.Text("id")}")).ShouldBe(204);
            (await client.ItemsAsync("/api/event-patterns/undeclared")).Should().BeEmpty();
        }
    }

    private async Task RunAsync((string Kind, int Person, string Name, int Count)[][] lanes)
    {
        var client = await App.RegisterAsync();
        (await client.PostAsync("/api/event-patterns", new { name = "a" })).ShouldBe(201);
        await client.LiveAutomationAsync("a", "everyTime", "b");
        (await client.PutAsync("/api/workspace/settings", new { retentionDays = 1 })).ShouldBe(200);
        (await client.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 700).Select(i => Event(i % 4, Names[i % 3])) })).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromDays(1));

        // Asked in a lane, it would end the session of the others.
        (await client.PostAsync("/api/auth/confirm", new { password = TestClient.Password })).ShouldBe(200);

        await Task.WhenAll(lanes.Select(async lane =>
        {
            foreach (var (kind, person, name, count) in lane)
            {
                switch (kind)
                {
                    case "send":
                        (await client.PostAsync("/api/events/batch", new { events = Enumerable.Repeat(Event(person, name), count) })).ShouldBe(200);
                        break;
                    case "erase":
                        foreach (var contact in await client.ItemsAsync($"/api/contacts?email={Email(person)}"))
                        {
                            (await client.DeleteAsync($"/api/contacts/{contact.Text("id")}")).Status.Should().BeOneOf(204, 404);
                        }

                        break;
                    default:
                        await App.Node.Services.GetRequiredService<EventRetention>().RunAsync(CancellationToken.None);
                        break;
                }
            }
        }));

        var log = (await client.ReadAllAsync("/api/events", "eventName", limit: 200)).CountBy(name => name!).ToDictionary(StringComparer.Ordinal);
        var counts = (await client.ItemsAsync("/api/event-patterns")).Concat(await client.ItemsAsync("/api/event-patterns/undeclared"))
            .Select(item => (Name: item.Text("name"), Count: item.GetProperty("receivedCount").GetInt32()));
        counts.Where(one => one.Count != 0).Should().BeEquivalentTo(log.Select(one => (Name: one.Key, Count: one.Value)));
        await CompareTimesAsync(client);
    }

    // By the hour, and each name by the day, with what the events did.
    private static async Task CompareTimesAsync(TestClient client)
    {
        var log = (await client.ReadAllAsync("/api/events", limit: 200))
            .Select(item => (Time: item.GetProperty("receivedAt").GetDateTimeOffset(), Name: item.Text("eventName"), Effect: item.Effect())).ToArray();
        await CompareAsync("bucket=hour&from={0:O}", TimeSpan.FromHours(1), log);
        foreach (var name in Names)
        {
            await CompareAsync($"eventName={Uri.EscapeDataString(name)}&from={{0:O}}", TimeSpan.FromDays(1), [.. log.Where(one => one.Name == name)]);
        }

        async Task CompareAsync(string query, TimeSpan bucket, (DateTimeOffset Time, string Name, (int Enrolled, int Exited) Effect)[] expected)
        {
            var begin = expected.Select(one => one.Time).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Min().AddDays(-3).UtcDateTime;
            var buckets = await client.ItemsAsync($"/api/events/stats?{string.Format(CultureInfo.InvariantCulture, query, begin)}&to={begin.AddDays(7):O}");
            buckets.Where(item => item.GetProperty("received").GetInt64() != 0)
                .Select(item => (From: item.GetProperty("from").GetDateTimeOffset(), Received: item.GetProperty("received").GetInt32(), Effect: item.Effect()))
                .Should().BeEquivalentTo(expected.GroupBy(one => new DateTimeOffset(one.Time.UtcTicks / bucket.Ticks * bucket.Ticks, TimeSpan.Zero)).Select(period => (
                    From: period.Key,
                    Received: period.Count(),
                    Effect: (period.Sum(one => one.Effect.Enrolled), period.Sum(one => one.Effect.Exited)))));
        }
    }

    private static object Event(int person, string name) => new { email = Email(person), eventName = name };

    private static string Email(int person) => $"p{person}@example.com";
}
