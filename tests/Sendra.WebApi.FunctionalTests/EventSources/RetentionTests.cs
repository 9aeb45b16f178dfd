using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>What was sent is kept for a time; what became of it stays.</summary>
internal sealed class RetentionTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task S5_payloads_are_forgotten_after_the_sources_days()
    {
        var client = await App.RegisterAsync();
        var (week, month) = (await Source.CreateAsync(client, Body(7)), await Source.CreateAsync(client, Body(null)));
        await PostBothAsync(week);
        await PostBothAsync(month);
        App.Clock.Advance(TimeSpan.FromDays(6));
        await PostBothAsync(week);
        await RunAsync();
        (await App.Database.CountAsync("deliveries", "payload IS NULL")).Should().Be(0);

        App.Clock.Advance(TimeSpan.FromDays(1.1));
        await RunAsync();
        await RunAsync();

        (await App.Database.CountAsync("deliveries", "payload IS NULL")).Should().Be(2);
        var old = (await week.DeliveriesAsync("?status=skipped"))[^1];
        old.Text("code").Should().Be("emailMissing");
        var whole = (await client.GetAsync($"/api/deliveries/{old.GetProperty("id").GetGuid()}")).ShouldBe(200).Json;
        foreach (var gone in (string[])["payload", "headers", "reason"])
        {
            whole.GetProperty(gone).ValueKind.Should().Be(JsonValueKind.Null, gone);
        }

        (await client.PostAsync($"/api/deliveries/{old.GetProperty("id").GetGuid()}/replay")).ShouldBeProblem(409, "deliveryPayloadGone");
        (await client.PostAsync($"{week.Path}/replay-skipped")).ShouldBe(200).Json.GetProperty("skipped").GetInt32().Should().Be(1);
        (await week.CountsAsync()).Should().Be((2, 2, 0, 0));
        (await App.Database.CountAsync("received_events")).Should().Be(3, "events stay");

        App.Clock.Advance(TimeSpan.FromDays(23));
        await RunAsync();
        (await App.Database.CountAsync("deliveries", "payload IS NOT NULL")).Should().Be(0);
    }

    [Test]
    public async Task S5_more_than_one_step_is_forgotten_too()
    {
        var source = await Source.CreateAsync(await App.RegisterAsync(), Body(1));
        await Task.WhenAll(Enumerable.Range(0, 601).Select(_ => source.PostAsync("{}")));
        App.Clock.Advance(TimeSpan.FromDays(1.1));

        await RunAsync();

        (await App.Database.CountAsync("deliveries")).Should().Be(601);
        (await App.Database.CountAsync("deliveries", "payload IS NULL AND headers IS NULL")).Should().Be(601);
    }

    [Test]
    public async Task E8_keys_are_forgotten_after_7_days()
    {
        var client = await App.RegisterAsync();
        var source = await Source.CreateAsync(client, Body(null));
        (await source.PostAsync("""{"email":"ada@example.com","event":"x"}""", ("webhook-id", "1"))).ShouldBe(200);
        (await client.EventWithKeyAsync("k", """{"email":"ada@example.com","eventName":"x"}""")).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromDays(6.9));
        await RunAsync();
        (await App.Database.CountAsync("idempotency_keys")).Should().Be(2);

        App.Clock.Advance(TimeSpan.FromDays(0.2));
        await RunAsync();

        (await App.Database.CountAsync("idempotency_keys")).Should().Be(0);
    }

    private static object Body(int? retentionDays) => new { name = "R", emailPath = "email", eventName = new { path = "event" }, retentionDays };

    private static async Task PostBothAsync(Source source)
    {
        (await source.PostAsync("""{"email":"ada@example.com","event":"x"}""")).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await source.PostAsync("""{"event":"x"}""")).ShouldBe(200).Json.Text("status").Should().Be("skipped");
    }

    private Task RunAsync() => App.Node.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
}
