using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Automations;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Automations;

public sealed class MovingTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task F7_runs_at_a_step_that_is_still_there_move_and_the_others_stay()
    {
        var ada = await App.RegisterAsync();
        var id = await MakeAsync(ada, Steps("P30D", "b"));
        await EnrollAsync(ada, 300, "pro");
        await EnrollAsync(ada, 20, "free");

        var tried = (await PutAsync(ada, id, Steps("P3D", "c"), "move", dryRun: true)).ShouldBe(200).Json;
        var before = await ActiveAsync(ada, id);
        var moved = (await PutAsync(ada, id, Steps("P3D", "c"), "move")).ShouldBe(200).Json;

        tried.GetProperty("inFlight").GetRawText().Should().Be("""{"moved":300,"stayed":20,"pending":0}""");
        before.Should().Equal("1: 320");
        var answered = moved.GetProperty("inFlight");
        (answered.GetProperty("moved").GetInt64() + answered.GetProperty("pending").GetInt64(), answered.GetProperty("stayed").GetInt64())
            .Should().Be((300, 20), "what does not move at once moves soon");
        for (var i = 0; i < 300; i++)
        {
            await ada.UntilAsync($"pro{i}@example.com", run => run.GetProperty("version").GetInt32() == 2);
        }

        (await ActiveAsync(ada, id)).Should().Equal("2: 300", "1: 20");
        foreach (var (email, days) in new[] { ("pro7@example.com", 3), ("free7@example.com", 30) })
        {
            var run = await ada.RunOfAsync(email);
            run.GetProperty("dueAt").GetDateTimeOffset().Should().BeCloseTo(
                run.GetProperty("enrolledAt").GetDateTimeOffset().AddDays(days), TimeSpan.FromSeconds(1), "a wait is reckoned anew from when it began");
        }
    }

    [Test]
    public async Task F7_a_wait_that_is_over_by_the_new_version_goes_on_at_once()
    {
        var ada = await App.RegisterAsync();
        var id = await MakeAsync(ada, Steps("P30D", "b"));
        await EnrollAsync(ada, 1, "pro");

        (await PutAsync(ada, id, Steps("PT0S", "b"), "move")).ShouldBe(200);

        (await ada.UntilAsync("pro0@example.com", run => run.Status() == "completed")).Visits().Should().Equal("plan:done:pro", "a:done");
    }

    [Test]
    public async Task F7_what_has_not_moved_when_the_edit_answers_moves_later_on_any_node()
    {
        var ada = await App.RegisterAsync();
        var id = await MakeAsync(ada, Steps("P30D", "b"));
        await EnrollAsync(ada, 300, "pro");
        (await PutAsync(ada, id, Steps("P3D", "b"), "stay")).ShouldBe(200).Json.GetProperty("inFlight").GetRawText().Should().Be("""{"moved":0,"stayed":300,"pending":0}""");

        await using (var scope = App.Node.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<IWorkspaceScope>().Enter(new WorkspaceId(ada.WorkspaceId));
            var automations = scope.ServiceProvider.GetRequiredService<IRepository<Automation>>();
            var automation = await automations.FirstOrDefaultAsync(AutomationSpec.ById(new AutomationId(id)), CancellationToken.None);
            scope.ServiceProvider.GetRequiredService<IAutomationRuns>().Move(automation!, 300);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None);
        }

        for (var began = Stopwatch.GetTimestamp(); await App.Database.CountAsync("workflow_jobs") > 0;)
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(30), "a node should have moved them");
        }

        (await ActiveAsync(ada, id)).Should().Equal("2: 300", "1: 0");
    }

    private static object[] Steps(string wait, string other) =>
    [
        new
        {
            id = "plan",
            type = "branch",
            paths = new[] { new { name = "pro", when = new { field = "event.plan", op = "equals", value = "pro" }, next = "a" } },
            otherwise = other,
        },
        new { id = "a", type = "wait", @for = wait },
        new { id = other, type = "wait", @for = "P30D" },
    ];

    private static async Task<Guid> MakeAsync(TestClient client, object[] steps)
    {
        var made = (await client.PostAsync("/api/automations", new { name = "n", trigger = new { eventName = "signUp" }, steps })).ShouldBe(201).Json;
        (await client.PostAsync($"/api/automations/{made.Text("id")}/activate")).ShouldBe(200);
        return made.GetProperty("id").GetGuid();
    }

    private static async Task EnrollAsync(TestClient client, int count, string plan)
    {
        var events = Enumerable.Range(0, count).Select(i => new { email = $"{plan}{i}@example.com", eventName = "signUp", eventProperties = new { plan } });
        (await client.PostAsync("/api/events/batch", new { events })).ShouldBe(200);
    }

    private static Task<Answer> PutAsync(TestClient client, Guid id, object[] steps, string inFlight, bool dryRun = false) =>
        client.PutAsync($"/api/automations/{id}", new { name = "n", trigger = new { eventName = "signUp" }, steps, inFlight, dryRun });

    private static async Task<IEnumerable<string>> ActiveAsync(TestClient client, Guid id) =>
        (await client.ItemsAsync($"/api/automations/{id}/versions")).Select(version => $"{version.GetProperty("version")}: {version.GetProperty("active")}");
}
