using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workspaces;

public sealed class RetentionTests(string provider) : FunctionalTest(provider)
{
    private const string Path = "/api/workspace/settings";

    [Test]
    public async Task L3_a_workspace_keeps_its_events_until_it_says_otherwise()
    {
        var ada = await App.RegisterAsync();

        (await ada.GetAsync(Path)).ShouldBe(200).Text.Should().StartWith("""{"retentionDays":null,"timeZone":"UTC","contactTimeZoneField":null,"contentDays":30""");
        (await ada.PutAsync(Path, new { retentionDays = 30 })).ShouldBe(200).Text.Should().StartWith("""{"retentionDays":30,"timeZone":"UTC","contactTimeZoneField":null,"contentDays":30""");
        (await ada.GetAsync(Path)).ShouldBe(200).Text.Should().StartWith("""{"retentionDays":30,"timeZone":"UTC","contactTimeZoneField":null,"contentDays":30""");
        foreach (var days in new[] { 0, -1, 3_651 })
        {
            (await ada.PutAsync(Path, new { retentionDays = days })).ShouldRefuse("retentionDays");
        }

        (await (await App.RegisterAsync()).GetAsync(Path)).ShouldBe(200).Text.Should().StartWith("""{"retentionDays":null,"timeZone":"UTC","contactTimeZoneField":null,"contentDays":30""", "it is another workspace");
        (await ada.PutAsync(Path, new { retentionDays = (int?)null })).ShouldBe(200).Text.Should().StartWith("""{"retentionDays":null,"timeZone":"UTC","contactTimeZoneField":null,"contentDays":30""");
    }

    [Test]
    public async Task L3_what_is_older_goes_and_its_counts_and_nothing_else()
    {
        var (ada, keeper) = (await App.RegisterAsync(), await App.RegisterAsync());
        await ada.LiveAutomationAsync("old");
        await ada.EventAsync("bob@example.com", "old");
        (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 1_000).Select(i => new { email = $"p{i % 7}@example.com", eventName = "both" }) })).ShouldBe(200);
        await keeper.EventAsync("bob@example.com", "old");
        (await ada.PutAsync(Path, new { retentionDays = 2 })).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromHours(1));
        await PurgeAsync(App.Node);
        (await App.Database.CountAsync("received_events")).Should().Be(1_002, "nothing is old enough");

        await ada.EventAsync("bob@example.com", "both");
        App.Clock.Advance(TimeSpan.FromHours(2));
        await PurgeAsync(App.Node);

        (await ada.ItemsAsync("/api/events")).Should().ContainSingle().Which.Text("eventName").Should().Be("both");
        (await ada.ItemsAsync("/api/event-patterns/undeclared")).Single().GetProperty("receivedCount").GetInt64().Should().Be(1);
        (await keeper.ItemsAsync("/api/events")).Should().ContainSingle();
        (await ada.ItemsAsync("/api/contacts")).Should().HaveCount(8);
        var enrollment = (await ada.ItemsAsync("/api/enrollments")).Single();
        (await ada.GetAsync($"/api/events/{enrollment.Text("enrolledByEventId")}")).ShouldBe(404);
        var timeline = await ada.ItemsAsync($"/api/contacts/{enrollment.Text("contactId")}/timeline");
        timeline.Select(item => item.Text("type")).Should().Equal("event", "enrolled");
        timeline[1].Text("reason").Should().Be("Enrolled by an event that is no longer kept.");
    }

    [Test]
    public async Task L3_several_purges_at_once_while_events_arrive_do_no_harm()
    {
        var ada = await App.RegisterAsync();
        (await ada.PutAsync(Path, new { retentionDays = 1 })).ShouldBe(200);
        for (var part = 0; part < 3; part++)
        {
            (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 1_000).Select(i => new { email = $"p{i % 5}@example.com", eventName = i % 2 == 0 ? "a" : "b" }) })).ShouldBe(200);
        }

        App.Clock.Advance(TimeSpan.FromDays(1));
        await using var second = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        var purges = new[] { PurgeAsync(App.Node), PurgeAsync(second ?? App.Node), PurgeAsync(App.Node) };
        for (var i = 0; i < 30; i++)
        {
            await ada.EventAsync("p1@example.com", "a");
        }

        await Task.WhenAll(purges);
        await PurgeAsync(App.Node);

        (await App.Database.CountAsync("received_events")).Should().Be(30);
        (await ada.ItemsAsync("/api/event-patterns/undeclared")).Single().GetProperty("receivedCount").GetInt64().Should().Be(30);
    }

    private static Task PurgeAsync(TestNode node) => node.Services.GetRequiredService<EventRetention>().RunAsync(CancellationToken.None);
}
