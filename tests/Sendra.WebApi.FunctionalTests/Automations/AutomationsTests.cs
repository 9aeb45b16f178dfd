using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Automations;

public sealed class AutomationsTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task H3_a_new_automation_is_a_draft_and_answers_all_of_itself()
    {
        var ada = await App.RegisterAsync();

        var answer = (await ada.PostTextAsync("/api/automations", """
            {"name":" Welcome ","trigger":{"eventName":"signUp"},"frequency":"oncePerContact","exitEvents":["purchaseCompleted","unsubscribed","purchaseCompleted"]}
            """)).ShouldBe(201);

        var made = answer.Json;
        answer.Headers.Location!.ToString().Should().Be($"/api/automations/{made.Text("id")}");
        made.Text("name").Should().Be("Welcome");
        made.Text("status").Should().Be("draft");
        made.Text("frequency").Should().Be("oncePerContact");
        made.GetProperty("trigger").GetRawText().Should().Be("""{"eventName":"signUp","where":null}""");
        made.GetProperty("version").GetInt32().Should().Be(1);
        made.GetProperty("steps").GetArrayLength().Should().Be(0);
        made.GetProperty("exitEvents").GetRawText().Should().Be("""["purchaseCompleted","unsubscribed"]""");
        made.GetProperty("counts").GetRawText().Should().Be("""{"active":0,"completed":0,"exited":0}""");
        Codes(made).Should().Equal("triggerNeverReceived", "exitNeverReceived", "exitNeverReceived");
        made.Text("createdAt").Should().Be(made.Text("updatedAt")).And.EndWith("Z");
        (await ada.GetAsync($"/api/automations/{made.Text("id")}")).ShouldBe(200).Text.Should().Be(answer.Text);
    }

    [Test]
    public async Task A2_frequency_and_exit_events_may_be_left_out()
    {
        var ada = await App.RegisterAsync();

        var made = (await ada.PostTextAsync("/api/automations", """{"name":"n","trigger":{"eventName":"e"},"exitEvents":null}""")).ShouldBe(201).Json;

        made.Text("frequency").Should().Be("everyTime");
        made.GetProperty("exitEvents").GetArrayLength().Should().Be(0);
    }

    [TestCase("""{"trigger":{"eventName":"e"}}""", "name")]
    [TestCase("""{"name":"  ","trigger":{"eventName":"e"}}""", "name")]
    [TestCase("""{"name":"a\u0007b","trigger":{"eventName":"e"}}""", "name")]
    [TestCase("""{"name":"n"}""", "trigger")]
    [TestCase("""{"name":"n","trigger":null}""", "trigger")]
    [TestCase("""{"name":"n","trigger":{}}""", "trigger.eventName")]
    [TestCase("""{"name":"n","trigger":{"eventName":" e"}}""", "trigger.eventName")]
    [TestCase("""{"name":"n","trigger":{"eventName":7}}""", "trigger.eventName")]
    [TestCase("""{"name":"n","trigger":{"eventName":"e"},"frequency":"sometimes"}""", "frequency")]
    [TestCase("""{"name":"n","trigger":{"eventName":"e"},"frequency":1}""", "frequency")]
    [TestCase("""{"name":"n","trigger":{"eventName":"e"},"exitEvents":["a","b",""]}""", "exitEvents[2]")]
    [TestCase("""{"name":"n","trigger":{"eventName":"e"},"exitEvents":[null]}""", "exitEvents[0]")]
    [TestCase("""{"name":"n","trigger":{"eventName":"e"},"exitEvents":"a"}""", "exitEvents")]
    [TestCase("""{"name":"n","trigger":{"eventName":"e"},"steps":{}}""", "steps")]
    public async Task H1_what_is_wrong_with_an_automation_is_named_by_field(string json, string field)
    {
        var ada = await App.RegisterAsync();
        var id = await ada.DraftAutomationAsync("signUp");

        (await ada.PostTextAsync("/api/automations", json)).ShouldRefuse(field);
        (await ada.SendAsync(HttpMethod.Put, $"/api/automations/{id}", new StringContent(json, System.Text.Encoding.UTF8, "application/json"))).ShouldRefuse(field);
        (await App.Database.CountAsync("automations", "name = 'signUp'")).Should().Be(1);
        (await App.Database.CountAsync("automations")).Should().Be(1);
    }

    [Test]
    public async Task H1_200_characters_and_50_exit_events_pass_and_more_do_not()
    {
        var ada = await App.RegisterAsync();
        static object Body(int length, int exits) =>
            new { name = new string('n', length), trigger = new { eventName = "e" }, exitEvents = Enumerable.Range(0, exits).Select(i => $"e{i}") };

        (await ada.PostAsync("/api/automations", Body(200, 50))).ShouldBe(201);
        (await ada.PostAsync("/api/automations", Body(201, 51))).ShouldRefuse("name", "exitEvents");
    }

    [Test]
    public async Task A6_an_edit_replaces_all_of_it_and_keeps_the_status()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveAutomationAsync("signUp", "oncePerContact", "bought");

        var edited = (await ada.PutAsync($"/api/automations/{id}", new { name = "Other", trigger = new { eventName = "left" } })).ShouldBe(200).Json;

        edited.Text("status").Should().Be("live");
        edited.Text("name").Should().Be("Other");
        edited.GetProperty("trigger").Text("eventName").Should().Be("left");
        edited.Text("frequency").Should().Be("everyTime");
        edited.GetProperty("exitEvents").GetArrayLength().Should().Be(0);
        edited.GetProperty("updatedAt").GetDateTimeOffset().Should().BeAfter(edited.GetProperty("createdAt").GetDateTimeOffset());
    }

    [Test]
    public async Task A8_impossible_transitions_are_409_and_change_nothing()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.DraftAutomationAsync("signUp");

        (await ada.PostAsync($"/api/automations/{id}/pause")).ShouldBeProblem(409, "automationDraft");
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200).Json.Text("status").Should().Be("live");
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200).Json.Text("status").Should().Be("live");
        (await ada.PostAsync($"/api/automations/{id}/pause")).ShouldBe(200).Json.Text("status").Should().Be("paused");
        (await ada.PostAsync($"/api/automations/{id}/archive")).ShouldBe(200).Json.Text("status").Should().Be("archived");
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBeProblem(409, "automationArchived");
        (await ada.PostAsync($"/api/automations/{id}/pause")).ShouldBeProblem(409, "automationArchived");
        (await ada.PutAsync($"/api/automations/{id}", new { name = "n", trigger = new { eventName = "e" } })).ShouldBeProblem(409, "automationArchived");
        (await ada.GetAsync($"/api/automations/{id}")).Json.Text("name").Should().Be("signUp");
    }

    [Test]
    public async Task A_duplicate_is_a_draft_that_does_the_same_without_enrollments()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveAutomationAsync("signUp", "oncePerContact", "bought");
        await ada.EventAsync("ada@example.com", "signUp");

        var copy = (await ada.PostAsync($"/api/automations/{id}/duplicate")).ShouldBe(200).Json;

        copy.GetProperty("id").GetGuid().Should().NotBe(id);
        copy.Text("name").Should().Be("signUp (copy)");
        copy.Text("status").Should().Be("draft");
        copy.Text("frequency").Should().Be("oncePerContact");
        copy.GetProperty("exitEvents")[0].GetString().Should().Be("bought");
        copy.GetProperty("counts").GetProperty("active").GetInt32().Should().Be(0);
    }

    [Test]
    public async Task E6_counts_equal_the_rows()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveAutomationAsync("signUp", "everyTime", "bought");
        var other = await ada.LiveAutomationAsync("signUp");
        foreach (var person in new[] { "a@example.com", "b@example.com", "c@example.com", "d@example.com", "e@example.com", "f@example.com" })
        {
            await ada.EventAsync(person, "signUp");
        }

        await ada.EventAsync("a@example.com", "bought");
        await ada.EventAsync("c@example.com", "bought");
        var run = (await ada.ItemsAsync($"/api/enrollments?automationId={id}&email=b@example.com")).Single();
        (await ada.PostAsync($"/api/enrollments/{run.Text("id")}/complete")).ShouldBe(200);

        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("counts").GetRawText().Should().Be("""{"active":3,"completed":1,"exited":2}""");
        var listed = await ada.ItemsAsync("/api/automations");
        listed.Select(item => (item.GetProperty("id").GetGuid(), item.GetProperty("counts").GetProperty("active").GetInt32())).Should().Equal((other, 6), (id, 3));
    }

    [Test]
    public async Task A9_it_warns_about_itself_and_blocks_nothing()
    {
        var ada = await App.RegisterAsync();
        await ada.EventAsync("a@example.com", "signUp");
        await ada.EventAsync("a@example.com", "über");
        (await ada.PostAsync("/api/event-patterns", new { name = "Bought" })).ShouldBe(201);

        Codes(await AutomationAsync("signUp")).Should().BeEmpty();
        Codes(await AutomationAsync("über")).Should().BeEmpty();
        Codes(await AutomationAsync("SignUp")).Should().Equal("triggerNeverReceived", "triggerDiffersInCase");
        Codes(await AutomationAsync("signUp", "bought")).Should().Equal("exitNeverReceived", "exitDiffersInCase");
        Codes(await AutomationAsync("signUp", "signUp")).Should().Equal("triggerIsExit");

        async Task<JsonElement> AutomationAsync(string trigger, params string[] exits) =>
            (await ada.PostAsync($"/api/automations/{await ada.LiveAutomationAsync(trigger, "everyTime", exits)}/activate")).Json;
    }

    [Test]
    public async Task H3_the_list_is_paged_newest_first_and_filtered()
    {
        var ada = await App.RegisterAsync();
        var ids = new List<string?>();
        foreach (var name in new[] { "one", "Two", "three", "twofold", "five" })
        {
            ids.Insert(0, (await ada.DraftAutomationAsync(name)).ToString());
        }

        (await ada.PostAsync($"/api/automations/{ids[0]}/activate")).ShouldBe(200);

        (await ada.ReadAllAsync("/api/automations", "id")).Should().Equal(ids);
        (await ada.ReadAllAsync("/api/automations", "id", limit: 5)).Should().Equal(ids);
        (await ada.ReadAllAsync("/api/automations?status=live", "name")).Should().Equal("five");
        (await ada.ReadAllAsync("/api/automations?status=draft", "name")).Should().Equal("twofold", "three", "Two", "one");
        (await ada.ReadAllAsync("/api/automations?query=TWO", "name")).Should().Equal("twofold", "Two");
        (await ada.ReadAllAsync("/api/automations?query=t%25", "name")).Should().BeEmpty();
        (await ada.GetAsync("/api/automations?status=asleep")).ShouldRefuse("status");
        await ada.ShouldPageStrictlyAsync("/api/automations");
    }

    [Test]
    public async Task W4_another_workspaces_automation_is_404_everywhere_and_stays_as_it_is()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        var id = await theirs.LiveAutomationAsync("signUp");
        var before = (await theirs.GetAsync($"/api/automations/{id}")).Text;

        foreach (var path in new[] { $"{id}", $"{Guid.NewGuid()}", "nonsense" })
        {
            (await mine.GetAsync($"/api/automations/{path}")).ShouldBe(404);
            (await mine.PutAsync($"/api/automations/{path}", new { name = "n", trigger = new { eventName = "e" } })).ShouldBe(404);
            foreach (var verb in new[] { "activate", "pause", "archive", "duplicate" })
            {
                (await mine.PostAsync($"/api/automations/{path}/{verb}")).ShouldBe(404);
            }
        }

        (await mine.GetAsync($"/api/automations/{id}")).ShouldBeProblem(404, "automationNotFound");
        (await mine.ItemsAsync("/api/automations")).Should().BeEmpty();
        (await theirs.GetAsync($"/api/automations/{id}")).Text.Should().Be(before);
        (await App.Database.CountAsync("automations")).Should().Be(1);
    }

    private static IEnumerable<string> Codes(JsonElement automation) =>
        automation.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("code"));
}
