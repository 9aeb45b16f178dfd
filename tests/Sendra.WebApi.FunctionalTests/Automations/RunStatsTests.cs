using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Automations;

/// <summary>Runs and deliveries by day.</summary>
public sealed class RunStatsTests(string provider) : FunctionalTest(provider)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // Half an hour before midnight in Tokyo, where clocks are never changed.
    private void ToLateEveningInTokyo()
    {
        var there = App.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        App.Clock.Advance(there.Date.AddDays(1) - there.DateTime - (Hour / 2) + TimeSpan.FromDays(1));
    }

    [Test]
    public async Task Runs_are_counted_by_the_days_of_the_workspaces_zone()
    {
        ToLateEveningInTokyo();
        var client = await App.RegisterAsync();
        (await client.PutAsync("/api/workspace/settings", new { timeZone = "Asia/Tokyo" })).ShouldBe(200);
        var id = await client.LiveAutomationAsync("signUp", "everyTime", "left");
        var other = await client.LiveAutomationAsync("other");
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("bob@example.com", "signUp");
        await client.EventAsync("ada@example.com", "other");
        App.Clock.Advance(Hour);
        await client.EventAsync("eve@example.com", "signUp");
        await client.EventAsync("ada@example.com", "left");
        var bob = (await client.ItemsAsync($"/api/enrollments?automationId={id}&email=bob@example.com"))[0].Text("id");
        (await client.PostAsync($"/api/enrollments/{bob}/complete")).ShouldBe(200);

        var stats = (await client.GetAsync($"/api/automations/{id}/stats?days=3")).ShouldBe(200).Json;

        var today = DateOnly.FromDateTime(App.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).Date);
        stats.Text("timeZone").Should().Be("Asia/Tokyo");
        stats.GetProperty("items").EnumerateArray().Select(day => $"{day.Text("date")} {day.GetProperty("enrolled")} {day.GetProperty("completed")} {day.GetProperty("exited")}")
            .Should().Equal($"{today.AddDays(-2):yyyy-MM-dd} 0 0 0", $"{today.AddDays(-1):yyyy-MM-dd} 2 0 0", $"{today:yyyy-MM-dd} 1 1 1");
        (await client.GetAsync($"/api/automations/{other}/stats")).ShouldBe(200).Json.GetProperty("items").EnumerateArray().Select(day => day.GetProperty("enrolled").GetInt32())
            .Should().Equal([.. new int[28], 1, 0]);
    }

    [Test]
    public async Task Deliveries_are_counted_by_day_as_they_are_known_now()
    {
        ToLateEveningInTokyo();
        var client = await App.RegisterAsync();
        (await client.PutAsync("/api/workspace/settings", new { timeZone = "Asia/Tokyo" })).ShouldBe(200);
        var source = await Source.CreateAsync(client);
        await source.PostAsync("""{"email":"ada@example.com","event":"signUp"}""");
        await source.PostAsync("""{"email":"ada@example.com"}""");
        App.Clock.Advance(Hour);
        await source.PostAsync("""{"event":"signUp"}""");

        (await DaysAsync()).Should().Equal("1 1 0", "0 1 0");
        await source.EditAsync(new { name = "Test", emailPath = "email", eventName = new { @fixed = "seen" } });
        (await client.PostAsync($"{source.Path}/replay-skipped")).ShouldBe(200);
        (await DaysAsync()).Should().Equal("2 0 0", "0 1 0");

        async Task<IEnumerable<string>> DaysAsync() => (await client.GetAsync($"{source.Path}/stats?days=2")).ShouldBe(200).Json.GetProperty("items").EnumerateArray()
            .Select(day => $"{day.GetProperty("processed")} {day.GetProperty("skipped")} {day.GetProperty("refused")}");
    }

    [TestCase(0)]
    [TestCase(91)]
    public async Task Too_many_days_or_none_are_refused(int days)
    {
        var client = await App.RegisterAsync();
        var id = await client.LiveAutomationAsync("signUp");
        var source = await Source.CreateAsync(client);

        (await client.GetAsync($"/api/automations/{id}/stats?days={days}")).ShouldRefuse("days");
        (await client.GetAsync($"{source.Path}/stats?days={days}")).ShouldRefuse("days");
        (await client.GetAsync($"/api/automations/{source.Id}/stats")).ShouldBeProblem(404, "automationNotFound");
        (await client.GetAsync($"/api/event-sources/{id}/stats")).ShouldBeProblem(404, "eventSourceNotFound");
    }

    [Test]
    public async Task Runs_are_listed_by_the_version_that_they_go_by()
    {
        var client = await App.RegisterAsync();
        var id = await client.LiveAutomationAsync("signUp");
        await client.EventAsync("bob@example.com", "signUp");
        object[] wait = [new { id = "wait", type = "wait", @for = "P3D" }];
        (await client.PutAsync($"/api/automations/{id}", new { name = "Signed up", trigger = new { eventName = "signUp" }, steps = wait })).ShouldBe(200);
        await client.EventAsync("eve@example.com", "signUp");

        (await client.ItemsAsync($"/api/enrollments?automationId={id}&version=1")).Select(run => run.Text("email")).Should().Equal("bob@example.com");
        (await client.ItemsAsync($"/api/enrollments?automationId={id}&version=2&status=active")).Select(run => run.Text("email")).Should().Equal("eve@example.com");
        (await client.ItemsAsync($"/api/enrollments?automationId={id}&version=3")).Should().BeEmpty();
        (await client.GetAsync("/api/enrollments?version=1")).ShouldRefuse("automationId");
        (await client.GetAsync($"/api/enrollments?automationId={id}&version=0")).ShouldRefuse("version");
    }

    [Test]
    public async Task Stats_of_events_tell_how_many_the_log_has()
    {
        var client = await App.RegisterAsync();
        (await TotalAsync("")).Should().Be(0);
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("ada@example.com", "left");
        App.Clock.Advance(TimeSpan.FromDays(3));

        (await TotalAsync("?from=" + App.Clock.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).Should().Be(2);
        (await TotalAsync("?eventName=left")).Should().Be(1);
        (await TotalAsync("?eventName=other")).Should().Be(0);

        async Task<int> TotalAsync(string query) => (await client.GetAsync("/api/events/stats" + query)).ShouldBe(200).Json.GetProperty("total").GetInt32();
    }
}
