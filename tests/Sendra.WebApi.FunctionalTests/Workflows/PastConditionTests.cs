using System.Globalization;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Automations;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>Conditions over what the contact did before.</summary>
public sealed class PastConditionTests(string provider) : FunctionalTest(provider)
{
    private const string Bob = "bob@example.com";

    private static readonly string[] Bought = ["bought"];

    [Test]
    public async Task C2_a_trigger_counts_the_event_itself_and_those_before_it()
    {
        var ada = await App.RegisterAsync();
        await LiveAsync(ada, "bought", new { received = "bought", atLeast = 3 });

        (await ada.EventAsync(Bob, "bought")).Effect().Should().Be((0, 0));
        var second = await ada.EventAsync(Bob, "bought");
        second.Effect().Should().Be((0, 0));
        second.GetProperty("decisions")[0].Text("code").Should().Be("conditionNotMet");
        second.GetProperty("decisions")[0].Text("reason").Should().EndWith("`bought` was received at least 3 times does not hold: found 2 times");
        (await ada.EventAsync("eve@example.com", "bought")).Effect().Should().Be((0, 0), "that is somebody else");
        (await ada.EventAsync(Bob, "Bought")).Effect().Should().Be((0, 0), "that is another name");

        (await ada.EventAsync(Bob, "bought")).Effect().Should().Be((1, 0));
    }

    [Test]
    public async Task C2_events_of_one_batch_count_in_their_order_also_for_a_new_contact()
    {
        var ada = await App.RegisterAsync();
        await LiveAsync(ada, "bought", new { all = new object[] { new { received = "opened", atLeast = 2 }, new { not = new { received = "left" } } } });
        string[] names = ["opened", "bought", "opened", "bought", "bought", "left", "bought"];

        foreach (var enrolled in (int[])[2, 0])
        {
            var answer = (await ada.PostAsync("/api/events/batch", new { events = names.Select(eventName => new { email = Bob, eventName }) })).ShouldBe(200).Json;
            answer.GetProperty("results").EnumerateArray().Sum(result => result.GetProperty("enrolled").GetInt32()).Should().Be(enrolled);
        }
    }

    [Test]
    public async Task F1_a_run_that_the_event_begins_walks_through_a_branch_on_the_past()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("bought", Branch(new { received = "bought", atLeast = 2, within = "P90D" }));
        (await ada.PostAsync("/api/events/send", Filled("bought", -100))).ShouldBe(200);

        await ada.EventAsync(Bob, "bought");
        var first = await ada.RunOfAsync(Bob);
        await ada.EventAsync(Bob, "bought");
        var second = await ada.RunOfAsync(Bob);

        first.Visits().Should().Equal("which:done:otherwise", "no:waiting");
        first.GetProperty("journey")[0].Text("reason").Should().Contain("`bought` was received at least 2 times within P90D does not hold: found 1 time");
        second.Visits().Should().Equal("which:done:often", "yes:waiting");
    }

    [Test]
    public async Task F5_a_run_that_was_waiting_counts_what_came_meanwhile()
    {
        var ada = await ProgramAsync();
        object[] steps = [new { id = "wait", type = "wait", @for = "P7D", next = "which" }, .. Branch(new { not = new { received = "opened", within = "P7D" } })];
        await ada.LiveWorkflowAsync("signUp", steps);
        await ada.EventAsync(Bob, "opened");
        App.Clock.Advance(TimeSpan.FromHours(1));
        await ada.EventAsync(Bob, "signUp");
        await ada.EventAsync("eve@example.com", "signUp");
        App.Clock.Advance(TimeSpan.FromDays(6));
        await ada.EventAsync("eve@example.com", "opened");

        App.Clock.Advance(TimeSpan.FromDays(1.1));

        (await ada.UntilAsync(Bob, run => run.Visits().Length > 1)).Visits().Should().Equal("wait:done", "which:done:often", "yes:waiting");
        (await ada.UntilAsync("eve@example.com", run => run.Visits().Length > 1)).Visits().Should().Equal("wait:done", "which:done:otherwise", "no:waiting");
    }

    [Test]
    public async Task F14_a_woken_run_of_an_older_version_counts_the_event_that_woke_it()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync(
            "signUp",
            [new { id = "wait", type = "waitForEvent", eventName = "bought", timeout = "P7D", next = "which" }, .. Branch(new { received = "bought", atLeast = 2 })]);
        await ada.EventAsync(Bob, "bought");
        await ada.EventAsync(Bob, "signUp");
        var version = (await ada.GetAsync($"/api/automations/{id}")).ShouldBe(200).Json.GetProperty("version").GetInt32();
        (await ada.PutAsync($"/api/automations/{id}", new
        {
            name = "Flow",
            trigger = new { eventName = "signUp" },
            steps = new[] { new { id = "other", type = "wait", @for = "P1D" } },
            inFlight = "stay",
            expectedVersion = version,
        })).ShouldBe(200);

        await ada.EventAsync(Bob, "bought");

        (await ada.RunOfAsync(Bob)).Visits().Should().Equal("wait:done:received", "which:done:often", "yes:waiting");
    }

    [Test]
    public async Task C3_an_exit_and_a_wait_count_past_events()
    {
        var ada = await App.RegisterAsync();
        var twice = new { received = "bought", atLeast = 2 };
        var id = (await ada.PostAsync("/api/automations", new
        {
            name = "A",
            trigger = new { eventName = "signUp" },
            exitEvents = Bought,
            exitConditions = new { bought = twice },
        })).ShouldBe(201).Json.Text("id");
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        await ada.LiveWorkflowAsync("joined", [new { id = "wait", type = "waitForEvent", eventName = "bought", where = twice, timeout = "P7D" }]);
        await ada.EventAsync(Bob, "signUp");
        await ada.EventAsync(Bob, "joined");

        (await ada.EventAsync(Bob, "bought")).Effect().Should().Be((0, 0));
        (await ada.RunOfAsync(Bob)).Visits().Should().Equal("wait:waiting");

        (await ada.EventAsync(Bob, "bought")).Effect().Should().Be((0, 1));
        (await ada.RunOfAsync(Bob)).Visits().Should().Equal("wait:done:received");
    }

    [Test]
    public async Task C1_where_looks_at_the_counted_event_and_may_compare_with_the_trigger()
    {
        var ada = await App.RegisterAsync();
        await LiveAsync(ada, "bought", new { received = "viewed", atLeast = 2, where = new { field = "event.sku", op = "equals", value = new { field = "trigger.sku" } } });
        foreach (var sku in (string[])["a", "b", "a", "c"])
        {
            await SendAsync(ada, "viewed", sku);
        }

        (await SendAsync(ada, "bought", "b")).Effect().Should().Be((0, 0));
        (await SendAsync(ada, "bought", "a")).Effect().Should().Be((1, 0));
    }

    [Test]
    public async Task E12_what_was_filled_in_counts_at_its_time_before_and_after_there_are_many_events()
    {
        var ada = await App.RegisterAsync();
        await LiveAsync(ada, "check", new { received = "bought", atLeast = 2, within = "P90D" });
        (await ada.PostAsync("/api/events/batch", new { events = new[] { Filled("bought", -400), Filled("bought", -91), Filled("bought", -89) } })).ShouldBe(200);
        (await ada.EventAsync(Bob, "check")).Effect().Should().Be((0, 0));
        for (var batch = 0; batch < 2; batch++)
        {
            (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 300).Select(i => Filled(i % 2 == 0 ? "opened" : "bought", -500 - i)) })).ShouldBe(200);
        }

        (await ada.EventAsync(Bob, "check")).Effect().Should().Be((0, 0));
        (await ada.PostAsync("/api/events/send", Filled("bought", -1))).ShouldBe(200);

        (await ada.EventAsync(Bob, "check")).Effect().Should().Be((1, 0));
    }

    [Test]
    public async Task C1_the_events_of_a_contact_with_many_are_counted_across_the_border_of_the_index()
    {
        var ada = await App.RegisterAsync();
        await LiveAsync(ada, "check", new { received = "rare", atLeast = 4 });
        await ada.EventAsync(Bob, "rare");
        await ManyAsync(ada, 250);
        await ada.EventAsync(Bob, "rare");
        await ManyAsync(ada, 250);
        await ada.EventAsync(Bob, "rare");
        (await ada.EventAsync(Bob, "check")).GetProperty("decisions")[0].Text("reason").Should().EndWith("found 3 times");
        await ada.EventAsync(Bob, "rare");

        (await ada.EventAsync(Bob, "check")).Effect().Should().Be((1, 0));
    }

    [Test]
    public async Task L3_purged_events_no_longer_count()
    {
        var ada = await App.RegisterAsync();
        await LiveAsync(ada, "check", new { received = "bought" });
        var bought = await ada.EventAsync(Bob, "bought");
        (await ada.EventAsync(Bob, "check")).Effect().Should().Be((1, 0));

        await App.Database.ScalarAsync($"DELETE FROM received_events WHERE event_name = 'bought'");

        bought.Text("eventId").Should().NotBeEmpty();
        (await ada.EventAsync(Bob, "check")).Effect().Should().Be((0, 0));
    }

    [Test]
    public async Task E10_a_dry_run_counts_the_event_that_it_does_not_write()
    {
        var ada = await App.RegisterAsync();
        await LiveAsync(ada, "bought", new { received = "bought", atLeast = 2 });
        await ada.EventAsync(Bob, "bought");

        (await ada.PostAsync("/api/events/send", new { email = Bob, eventName = "bought", dryRun = true })).ShouldBe(200).Json.Effect().Should().Be((1, 0));
        (await ada.PostAsync("/api/events/send", new { email = "eve@example.com", eventName = "bought", dryRun = true })).ShouldBe(200).Json.Effect().Should().Be((0, 0));
    }

    [Test]
    public async Task F11_what_would_have_happened_counts_up_to_each_event()
    {
        var ada = await App.RegisterAsync();
        var draft = (await ada.PostAsync("/api/automations", Definition("bought", new { received = "bought", atLeast = 3 }))).ShouldBe(201).Json.Text("id");
        for (var i = 0; i < 5; i++)
        {
            await ada.EventAsync(Bob, "bought");
        }

        await ManyAsync(ada, 300);
        await ada.EventAsync(Bob, "bought");

        var result = await ada.SimulateAsync(new { automationId = draft });

        result.GetProperty("enrolled").GetInt32().Should().Be(4);
    }

    [Test]
    public async Task E12_a_back_fill_of_two_years_branches_those_rightly_who_bought_twice_in_90_days()
    {
        var ada = await ProgramAsync();
        var random = new Random(7);
        var days = Enumerable.Range(0, 5_000).Select(_ => (Contact: random.Next(200), Day: -random.Next(1, 730), Name: random.Next(3) == 0 ? "bought" : "viewed")).ToArray();
        foreach (var batch in days.Chunk(1_000))
        {
            (await ada.PostAsync("/api/events/batch", new { events = batch.Select(one => Filled(one.Name, one.Day, Email(one.Contact))) }))
                .ShouldBe(200).Json.GetProperty("accepted").GetInt32().Should().Be(batch.Length);
        }

        var automation = await ada.LiveWorkflowAsync("campaign", Branch(new { received = "bought", atLeast = 2, within = "P90D" }));
        (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 200).Select(contact => new { email = Email(contact), eventName = "campaign" }) })).ShouldBe(200);

        var expected = Enumerable.Range(0, 200).Count(contact => days.Count(one => one.Contact == contact && one.Name == "bought" && one.Day > -90) >= 2);
        var counts = (await ada.GetAsync($"/api/automations/{automation}")).ShouldBe(200).Json.GetProperty("stepCounts");
        counts.GetProperty("yes").GetProperty("waiting").GetInt32().Should().Be(expected).And.BeInRange(10, 190);
        counts.GetProperty("no").GetProperty("waiting").GetInt32().Should().Be(200 - expected);
    }

    [TestCase("""{"received":"x","atLeast":0}""", "trigger.where.atLeast")]
    [TestCase("""{"all":[{"received":"x","where":{"received":"y"}}]}""", "trigger.where.all[0].where.received")]
    public async Task F8_what_is_wrong_is_named(string where, string field)
    {
        var ada = await App.RegisterAsync();
        (await ada.PostTextAsync("/api/automations", $$$"""{"name":"A","trigger":{"eventName":"x","where":{{{where}}}}}""")).ShouldRefuse(field);
    }

    private static object[] Branch(object when) =>
    [
        new { id = "which", type = "branch", paths = new[] { new { name = "often", when, next = "yes" } }, otherwise = "no" },
        new { id = "yes", type = "wait", @for = "P30D" },
        new { id = "no", type = "wait", @for = "P30D" },
    ];

    private static object Definition(string eventName, object where) => new { name = "A", trigger = new { eventName, where } };

    private static string Email(int contact) => $"c{contact}@example.com";

    private static async Task LiveAsync(TestClient client, string trigger, object where)
    {
        var id = (await client.PostAsync("/api/automations", Definition(trigger, where))).ShouldBe(201).Json.Text("id");
        (await client.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
    }

    private static async Task<JsonElement> SendAsync(TestClient client, string eventName, string sku) =>
        (await client.PostAsync("/api/events/send", new { email = Bob, eventName, eventProperties = new { sku } })).ShouldBe(200).Json;

    private static async Task ManyAsync(TestClient client, int count) =>
        (await client.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, count).Select(i => new { email = Bob, eventName = $"other{i % 3}" }) })).ShouldBe(200);

    private object Filled(string eventName, int day, string email = Bob) =>
        new { email, eventName, history = true, occurredAt = App.Clock.GetUtcNow().AddDays(day).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };

    private async Task<TestClient> ProgramAsync() => await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
}
