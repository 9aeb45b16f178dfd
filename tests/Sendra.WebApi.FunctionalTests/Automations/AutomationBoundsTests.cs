using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Infrastructure.Persistence.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Automations;

/// <summary>How many automations may listen to a name: an event of it costs each of them a decision.</summary>
internal sealed class AutomationBoundsTests(string provider) : FunctionalTest(provider)
{
    private static readonly string[] Left = ["left"];

    [Test]
    public async Task W8_the_101st_live_automation_with_a_trigger_is_refused_and_nothing_else()
    {
        var ada = await App.RegisterAsync();
        var kept = await HaveAsync(ada, 100, "signUp");
        var draft = await ada.DraftAutomationAsync("signUp");
        var other = await ada.LiveAutomationAsync("other");

        (await ada.PostAsync($"/api/automations/{draft}/activate")).ShouldBeProblem(409, "tooManyAutomations");
        (await ada.PutAsync($"/api/automations/{other}", new { name = "o", trigger = new { eventName = "signUp" } })).ShouldBeProblem(409, "tooManyAutomations");
        (await ada.GetAsync($"/api/automations/{other}")).Json.GetProperty("trigger").Text("eventName").Should().Be("other");
        (await ada.PutAsync($"/api/automations/{kept[0]}", new { name = "renamed", trigger = new { eventName = "signUp" } })).ShouldBe(200);
        (await ada.EventAsync("bob@example.com", "signUp")).Effect().Should().Be((100, 0));

        (await ada.PostAsync($"/api/automations/{kept[0]}/pause")).ShouldBe(200);
        (await ada.PostAsync($"/api/automations/{draft}/activate")).ShouldBe(200);
        (await ada.PostAsync($"/api/automations/{kept[0]}/activate")).ShouldBeProblem(409, "tooManyAutomations");
        await (await App.RegisterAsync()).LiveAutomationAsync("signUp");
    }

    [Test]
    public async Task W8_the_301st_automation_that_listens_to_a_name_is_refused()
    {
        var ada = await App.RegisterAsync();
        await HaveAsync(ada, 300, "other{0}", "left");
        var draft = await ada.DraftAutomationAsync("mine", "everyTime", "left");

        (await ada.PostAsync($"/api/automations/{draft}/activate")).ShouldBeProblem(409, "tooManyAutomations").Text.Should().Contain("left");
        await ada.EditAsync(draft, "mine", "everyTime");
        (await ada.PostAsync($"/api/automations/{draft}/activate")).ShouldBe(200);
        (await ada.PutAsync($"/api/automations/{draft}", new { name = "m", trigger = new { eventName = "mine" }, exitEvents = Left })).ShouldBeProblem(409, "tooManyAutomations");
    }

    [Test]
    public async Task W8_16_at_once_for_the_last_two_places_on_one_node_or_two([Values] bool secondNode)
    {
        var ada = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(ada) ?? ada;
        await HaveAsync(ada, 98, "signUp");
        var drafts = new List<Guid>();
        for (var number = 0; number < 16; number++)
        {
            drafts.Add(await ada.DraftAutomationAsync("signUp"));
        }

        var answers = await Task.WhenAll(drafts.Select((id, number) => (number % 2 == 0 ? ada : other).PostAsync($"/api/automations/{id}/activate")));

        answers.Count(answer => answer.Status == 200).Should().Be(2);
        answers.Where(answer => answer.Status != 200).Should().AllSatisfy(answer => answer.ShouldBeProblem(409, "tooManyAutomations"));
        (await ada.EventAsync("bob@example.com", "signUp")).Effect().Should().Be((100, 0));
    }

    [Test]
    public async Task W8_a_workspace_above_a_bound_keeps_what_it_has_and_drafts_stay_out_of_the_way()
    {
        var ada = await App.RegisterAsync();
        await HaveAsync(ada, 310, "signUp");
        await ada.DraftAutomationAsync("signUp");

        var sent = await ada.EventAsync("bob@example.com", "signUp");

        sent.Effect().Should().Be((310, 0));
        sent.GetProperty("decisions").GetArrayLength().Should().Be(310);
    }

    [Test]
    public async Task W8_a_batch_that_makes_more_than_15_000_decisions_is_refused_whole()
    {
        var ada = await App.RegisterAsync();
        await HaveAsync(ada, 250, "other{0}", "left");

        (await ada.PostTextAsync("/api/events/batch", Batch(61))).ShouldBeProblem(413, "batchTooLarge").Text.Should().Contain("send about 60 events").And.Contain("\"events\"");
        (await ada.ItemsAsync("/api/events")).Should().BeEmpty();
        (await ada.PostTextAsync("/api/events/batch", Batch(60))).ShouldBe(200);
    }

    [Test]
    public async Task W8_a_batch_that_was_stored_before_more_automations_listened_is_answered_again()
    {
        var ada = await App.RegisterAsync();
        var first = (await ada.EventWithKeyAsync("backfill", Batch(61), "/api/events/batch")).ShouldBe(200);
        await HaveAsync(ada, 250, "other{0}", "left");
        await ada.LiveAutomationAsync("other");

        var second = (await ada.EventWithKeyAsync("backfill", Batch(61), "/api/events/batch")).ShouldBe(200);

        second.Json.GetProperty("results").ToString().Should().Be(first.Json.GetProperty("results").ToString());
        (await ada.PostTextAsync("/api/events/batch", Batch(61))).ShouldBeProblem(413, "batchTooLarge");
    }

    private static string Batch(int events) =>
        JsonSerializer.Serialize(new { events = Enumerable.Range(0, events).Select(number => new { email = $"p{number}@example.com", eventName = "left" }) });

    // As many live ones as it takes, past the bound that this is about.
    private async Task<List<Guid>> HaveAsync(TestClient client, int count, string trigger, params string[] exits)
    {
        await using var db = App.Node.Services.GetRequiredService<WorkspaceDbContexts>().For(new WorkspaceId(client.WorkspaceId));
        var made = Enumerable.Range(0, count).Select(number => Automation.Create(
            new AutomationId(Guid.CreateVersion7()),
            new WorkspaceId(client.WorkspaceId),
            AutomationDefinition.Create(new DefinitionText($"A {number}", new TriggerText(string.Format(null, trigger, number)), ExitEvents: exits)))).ToList();
        made.ForEach(automation => automation.Activate(App.Clock.GetUtcNow()));
        db.AddRange(made);
        db.AddRange(made.Select(automation => AutomationVersion.Of(automation, Workflow.None, savedBy: null)));
        await db.SaveChangesAsync();
        return made.ConvertAll(automation => automation.Id.Value);
    }
}
