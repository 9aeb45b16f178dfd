using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>How long visits are kept, and who gets to read them.</summary>
public sealed class VisitTests(string provider) : FunctionalTest(provider)
{
    private static readonly object[] Steps = [new { id = "wait", type = "wait", @for = "P5D", next = "mark" }, new { id = "mark", type = "updateContact", set = new { firstName = "Bob" } }];

    [Test]
    public async Task L3_visits_go_with_retention_after_the_end_of_their_run_and_counts_stay()
    {
        var ada = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        (await ada.PutAsync("/api/workspace/settings", new { retentionDays = 10 })).ShouldBe(200);
        var other = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        var id = await ada.LiveWorkflowAsync("signUp", Steps);
        await other.LiveWorkflowAsync("signUp", Steps);
        await ada.EventAsync("bob@example.com", "signUp");
        await other.EventAsync("bob@example.com", "signUp");
        App.Clock.Advance(TimeSpan.FromDays(6));
        await ada.UntilAsync("bob@example.com", run => run.Status() == "completed");
        await other.UntilAsync("bob@example.com", run => run.Status() == "completed");
        App.Clock.Advance(TimeSpan.FromDays(6));
        await ada.EventAsync("eve@example.com", "signUp");
        var counts = (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("stepCounts").GetRawText();

        await PurgeAsync();
        (await ada.RunOfAsync("bob@example.com")).Visits().Should().Equal(["wait:done", "mark:done"], "it ended six days ago");
        App.Clock.Advance(TimeSpan.FromDays(4.5));
        await PurgeAsync();
        await PurgeAsync();

        var run = await ada.RunOfAsync("bob@example.com");
        run.Visits().Should().BeEmpty();
        run.Status().Should().Be("completed");
        run.GetProperty("endedBecause").Text("code").Should().Be("completed");
        (await ada.RunOfAsync("eve@example.com")).Visits().Should().Equal("wait:waiting");
        (await other.RunOfAsync("bob@example.com")).Visits().Should().Equal("wait:done", "mark:done");
        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("stepCounts").GetRawText().Should().Be(counts);
        App.Clock.Advance(TimeSpan.FromDays(1));
        (await ada.UntilAsync("eve@example.com", one => one.Status() == "completed")).Visits().Should().Equal("wait:done", "mark:done");

        Task PurgeAsync() => App.Node.Services.GetRequiredService<VisitRetention>().RunAsync(CancellationToken.None);
    }

    [Test]
    public async Task F3_a_contacts_export_has_the_journeys_and_an_erasure_takes_them()
    {
        var ada = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        var id = await ada.LiveWorkflowAsync("signUp", Steps, "left");
        for (var i = 0; i < 101; i++)
        {
            await ada.EventAsync("bob@example.com", "signUp");
        }

        await ada.EventAsync("bob@example.com", "left");
        await ada.EventAsync("bob@example.com", "signUp");
        await ada.EventAsync("eve@example.com", "signUp");
        var contact = (await ada.RunOfAsync("bob@example.com")).Text("contactId");

        var exported = (await ada.GetAsync($"/api/contacts/{contact}/export")).ShouldBe(200).Json.GetProperty("enrollments").EnumerateArray().ToArray();

        exported.Should().HaveCount(102);
        exported[..101].Should().AllSatisfy(run => run.Visits().Should().Equal("wait:cancelled:exitEvent"));
        exported[101].Visits().Should().Equal("wait:waiting");
        exported[0].GetProperty("endedBecause").Text("code").Should().Be("exitEvent");
        (await ada.DeleteAsync($"/api/contacts/{contact}")).ShouldBe(204);
        (await App.Database.CountAsync("visits")).Should().Be(0);
        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("stepCounts").GetProperty("wait").GetRawText()
            .Should().Be("""{"waiting":1,"passed":0,"failed":0,"cancelled":0,"byPath":{}}""");
    }

    [Test]
    public async Task A7_decisions_name_the_step_at_which_a_run_began_or_was_dropped()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("signUp", [new { id = "mark", type = "updateContact", set = new { firstName = "Bob" }, next = "wait" }, new { id = "wait", type = "wait", @for = "P5D" }], "left");
        await ada.LiveAutomationAsync("left");

        var began = (await ada.EventAsync("bob@example.com", "signUp")).GetProperty("decisions");
        var left = await ada.EventAsync("bob@example.com", "left");

        began[0].Text("stepId").Should().Be("mark");
        var stored = (await ada.GetAsync($"/api/events/{left.Text("eventId")}")).ShouldBe(200).Json.GetProperty("decisions");
        stored.GetRawText().Should().Be(left.GetProperty("decisions").GetRawText());
        stored.EnumerateArray().Select(decision => (decision.Text("code"), decision.GetProperty("stepId").GetString()))
            .Should().Equal(("exitEvent", "wait"), ("everyTime", null));
        stored[0].Text("reason").Should().StartWith("Exited at step wait:");
    }
}
