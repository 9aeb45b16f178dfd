using Microsoft.Extensions.DependencyInjection;
using Sendra.Domain.Automations;
using Sendra.Infrastructure.Persistence.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Automations;

/// <summary>How many versions of its steps an automation keeps.</summary>
internal sealed class VersionBoundTests(string provider) : FunctionalTest(provider)
{
    private static readonly string[] Exits = ["left"];

    [Test]
    public async Task W8_the_newest_100_versions_are_kept_and_older_ones_as_long_as_a_run_follows_them()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync("signUp", Wait("P30D"), "left");
        await ada.EventAsync("bob@example.com", "signUp");
        await HaveAsync(ada, id, 150);

        (await PutAsync(ada, id, Wait("P31D"))).ShouldBe(200).Json.GetProperty("version").GetInt32().Should().Be(151);

        (await NumbersAsync(ada, id)).Should().Equal([.. Enumerable.Range(52, 100).Reverse(), 1], "a run follows the first");
        (await ada.GetAsync($"/api/automations/{id}/versions/2")).ShouldBeProblem(404, "versionNotFound");
        (await ada.RunOfAsync("bob@example.com")).Visits().Should().Equal("wait:waiting");

        await ada.EventAsync("bob@example.com", "left");
        (await PutAsync(ada, id, Wait("P32D"))).ShouldBe(200);
        (await NumbersAsync(ada, id)).Should().Equal(Enumerable.Range(53, 100).Reverse());
        var journey = (await ada.RunOfAsync("bob@example.com")).GetProperty("journey")[0];
        (journey.Text("stepId"), journey.Text("code")).Should().Be(("wait", "exitEvent"));
    }

    [Test]
    public async Task W8_the_1001st_version_is_refused_until_runs_move()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync("signUp", Wait("P30D"));
        var events = Enumerable.Range(0, 1_000).Select(i => new { email = $"p{i}@example.com", eventName = "signUp" });
        (await ada.PostAsync("/api/events/batch", new { events })).ShouldBe(200);
        await HaveAsync(ada, id, 1_000);
        await App.Database.ScalarAsync("UPDATE enrollments SET version = (SELECT COUNT(*) FROM enrollments older WHERE older.id <= enrollments.id)");

        (await PutAsync(ada, id, Wait("P31D"))).ShouldBeProblem(409, "tooManyVersions");
        (await PutAsync(ada, id, Wait("P31D"), dryRun: true)).ShouldBeProblem(409, "tooManyVersions");
        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("version").GetInt32().Should().Be(1_000);
        (await PutAsync(ada, id, steps: null)).ShouldBe(200).Json.GetProperty("version").GetInt32().Should().Be(1_000, "other changes make no version");

        var moved = (await PutAsync(ada, id, steps: null, inFlight: "move")).ShouldBe(200).Json.GetProperty("inFlight");
        (moved.GetProperty("moved").GetInt64() + moved.GetProperty("pending").GetInt64()).Should().Be(999);
        await ada.UntilAutomationAsync(id, automation => automation.GetProperty("inFlight").ValueKind == System.Text.Json.JsonValueKind.Null);
        (await PutAsync(ada, id, steps: null)).ShouldBe(200);
        (await PutAsync(ada, id, Wait("P31D"))).ShouldBe(200).Json.GetProperty("version").GetInt32().Should().Be(1_001);
        (await NumbersAsync(ada, id)).Should().Equal(Enumerable.Range(902, 100).Reverse());
    }

    private static object[] Wait(string time) => [new { id = "wait", type = "wait", @for = time }];

    private static Task<Answer> PutAsync(TestClient client, string id, object[]? steps, string inFlight = "stay", bool dryRun = false) =>
        client.PutAsync($"/api/automations/{id}", new { name = "Flow", trigger = new { eventName = "signUp" }, exitEvents = Exits, steps, inFlight, dryRun });

    private static async Task<IEnumerable<int>> NumbersAsync(TestClient client, string id) =>
        (await client.ItemsAsync($"/api/automations/{id}/versions?limit=200")).Select(version => version.GetProperty("version").GetInt32());

    // So many versions, without as many edits.
    private async Task HaveAsync(TestClient client, string id, int count)
    {
        await using var db = App.Node.Services.GetRequiredService<WorkspaceDbContexts>().For(new WorkspaceId(client.WorkspaceId));
        var automation = db.Automations.Single(row => row.Id == new AutomationId(Guid.Parse(id)));
        for (var number = automation.Version + 1; number <= count; number++)
        {
            var definition = AutomationDefinition.Create(new DefinitionText("Flow", new TriggerText("signUp"), ExitEvents: Exits, Steps: new($$"""[{"id":"wait","type":"wait","for":"PT{{number}}H"}]""")));
            var newest = db.AutomationVersions.Local.LastOrDefault() ?? db.AutomationVersions.Single(row => row.AutomationId == automation.Id);
            db.Add(automation.Edit(definition, newest, App.Clock.GetUtcNow(), by: null)!);
        }

        await db.SaveChangesAsync();
    }
}
