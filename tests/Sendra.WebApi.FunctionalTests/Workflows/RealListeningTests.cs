using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>Workflows that listen, as people build them. What each run should go through was written down first.</summary>
public sealed class RealListeningTests(string provider) : FunctionalTest(provider)
{
    private const string Bob = "bob@example.com";

    private static readonly string[] Placed = ["orderPlaced"];
    private static readonly string[] Stop = ["stop"];
    private static readonly string[] Go = ["go"];

    [Test]
    public async Task F4_an_invoice_is_paid_within_7_days_or_its_customer_is_reminded()
    {
        var ada = await ProgramAsync();
        await ada.LiveWorkflowAsync("invoiceSent",
        [
            new { id = "paid", type = "waitForEvent", eventName = "invoicePaid", where = Same("invoiceId"), timeout = "P7D", next = "thank", timedOut = "remind" },
            new { id = "thank", type = "updateContact", set = new { firstName = "paid {{ trigger.invoiceId }} by {{ event.method }}" } },
            new { id = "remind", type = "updateContact", set = new { lastName = "remind {{ event.invoiceId }}" } },
        ]);

        // Three invoices on one day. 101 is paid on day 2 and again on day 3, 103 a day too late, 102 never; somebody else pays a 102 of their own.
        foreach (var invoiceId in new[] { 101, 102, 103 })
        {
            await SendAsync(ada, "invoiceSent", new { invoiceId });
        }

        App.Clock.Advance(TimeSpan.FromDays(2));
        (await SendAsync(ada, "invoicePaid", new { invoiceId = 101, method = "card" })).GetProperty("decisions").GetArrayLength().Should().Be(1);
        (await ada.PostAsync("/api/events/send", new { email = "eve@example.com", eventName = "invoicePaid", eventProperties = new { invoiceId = 102 } })).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromDays(1));
        (await SendAsync(ada, "invoicePaid", new { invoiceId = 101, method = "card" })).GetProperty("decisions").GetArrayLength().Should().Be(0);
        App.Clock.Advance(TimeSpan.FromDays(4.5));
        (await SendAsync(ada, "invoicePaid", new { invoiceId = 103, method = "bank" })).GetProperty("decisions").GetArrayLength().Should().Be(0);
        await ada.UntilAutomationAsync((await ada.ItemsAsync("/api/automations"))[0].Text("id"), one => one.GetProperty("counts").GetProperty("completed").GetInt32() == 3);

        (await JourneysAsync(ada)).Should().Equal("paid:done:received thank:done", "paid:done:timedOut remind:done", "paid:done:timedOut remind:done");
        var contact = (await ada.ItemsAsync($"/api/contacts?email={Bob}"))[0];
        (contact.Text("firstName"), contact.Text("lastName")).Should().Be(("paid 101 by card", "remind 103"), "event is the trigger where no other moved the run");
    }

    [Test]
    public async Task C3_of_three_carts_that_are_open_at_once_the_one_that_is_paid_is_left_alone()
    {
        var ada = await ProgramAsync();
        var id = (await ada.PostAsync("/api/automations", new
        {
            name = "Abandoned carts",
            trigger = new { eventName = "cartUpdated" },
            frequency = "oncePerKey",
            frequencyKey = "event.cartId",
            exitEvents = Placed,
            exitConditions = new { orderPlaced = Same("cartId") },
            steps = new object[] { new { id = "hours", type = "wait", @for = "PT4H", next = "mark" }, new { id = "mark", type = "updateContact", set = new { lastName = "{{ trigger.cartId }}" } } },
        })).ShouldBe(201).Json.Text("id");
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);

        // Each cart is updated twice. B is bought, and so is a cart that was never seen.
        string[] carts = ["A", "B", "A", "C", "B", "C"];
        (await ada.PostAsync("/api/events/batch", new { events = carts.Select(cartId => new { email = Bob, eventName = "cartUpdated", eventProperties = new { cartId } }) })).ShouldBe(200);
        (await SendAsync(ada, "orderPlaced", new { cartId = "B" })).Effect().Should().Be((0, 1));
        (await SendAsync(ada, "orderPlaced", new { cartId = "D" })).Effect().Should().Be((0, 0));
        App.Clock.Advance(TimeSpan.FromHours(5));
        await ada.UntilAutomationAsync(id, one => one.GetProperty("counts").GetProperty("active").GetInt32() == 0);

        (await JourneysAsync(ada)).Should().Equal("hours:done mark:done", "hours:cancelled:exitEvent", "hours:done mark:done");
    }

    [Test]
    public async Task F14_E11_1_000_events_of_one_contact_in_one_batch_wake_and_exit_each_other()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync("go", [new { id = "wait", type = "waitForEvent", eventName = "now", where = Same("n"), timeout = "P7D" }], "stop");
        var random = new Random(54);
        var events = Enumerable.Range(0, 1_000).Select(_ => (Name: random.Next(20) switch { < 10 => "go", < 19 => "now", _ => "stop" }, N: random.Next(5))).ToArray();

        // What waits, by what it waits for: each event of a name wakes all that wait for it.
        var (waiting, expected) = (new List<int>(), new List<(int Enrolled, int Exited)>());
        var woken = 0;
        foreach (var (name, n) in events)
        {
            expected.Add(name == "go" ? (1, 0) : name == "stop" ? (0, waiting.Count) : (0, 0));
            woken += name == "now" ? waiting.RemoveAll(one => one == n) : 0;
            waiting.AddRange(name == "go" ? [n] : []);
            waiting.RemoveAll(_ => name == "stop");
        }

        var results = (await ada.PostAsync("/api/events/batch", new { events = events.Select(one => new { email = Bob, eventName = one.Name, eventProperties = new { n = one.N } }) }))
            .ShouldBe(200).Json.GetProperty("results").EnumerateArray().Select(one => one.Effect());

        results.Should().Equal(expected);
        var counts = (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("stepCounts").GetProperty("wait");
        (counts.GetProperty("waiting").GetInt32(), counts.GetProperty("byPath").GetProperty("received").GetInt32(), counts.GetProperty("cancelled").GetInt32())
            .Should().Be((waiting.Count, woken, expected.Sum(one => one.Exited)));
        (await App.Database.CountAsync("enrollments", "awaited_event = 'now' AND status = 1")).Should().Be(waiting.Count);
        (await App.Database.CountAsync("enrollments", "awaited_event IS NOT NULL AND status <> 1")).Should().Be(0);
    }

    [Test]
    public async Task F14_one_event_exits_wakes_and_enrolls_in_one_automation([Values] bool together)
    {
        var ada = await ProgramAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        var made = (await ada.PostAsync("/api/automations", new
        {
            name = "All at once",
            trigger = new { eventName = "go" },
            exitEvents = Go,
            exitConditions = new { go = Same("n") },
            steps = new object[]
            {
                new { id = "wait", type = "waitForEvent", eventName = "go", where = new { field = "event.wakes", op = "isTrue" }, timeout = "P7D", next = "mark" },
                new { id = "mark", type = "updateContact", set = new { plan = "{{ trigger.n }} by {{ event.n }}" } },
            },
        })).ShouldBe(201).Json.Text("id");
        (await ada.PostAsync($"/api/automations/{made}/activate")).ShouldBe(200);
        object[] events = [.. new[] { (1, false), (2, false), (1, true) }.Select(one => new { email = Bob, eventName = "go", eventProperties = new { n = one.Item1, wakes = one.Item2 } })];
        var answers = new List<JsonElement>();
        if (together)
        {
            answers.AddRange((await ada.PostAsync("/api/events/batch", new { events })).ShouldBe(200).Json.GetProperty("results").EnumerateArray());
        }
        else
        {
            foreach (var one in events)
            {
                answers.Add((await ada.PostAsync("/api/events/send", one)).ShouldBe(200).Json);
            }
        }

        answers.Select(answer => (answer.Effect().Enrolled, answer.Effect().Exited, answer.Woken())).Should().Equal((1, 0, 0), (1, 0, 0), (1, 1, 1));
        var last = (await ada.GetAsync($"/api/events/{answers[2].Text("eventId")}")).ShouldBe(200).Json;
        last.GetProperty("decisions").EnumerateArray().Select(decision => decision.Text("outcome")).Should().Equal("exited", "woken", "enrolled");
        var runs = await ada.RunsAsync(made);
        runs.Select(run => run.Status()).Should().Equal(["active", "completed", "exited"], "a run does not wake by the event that began it");
        (await ada.GetAsync($"/api/contacts/{runs[0].Text("contactId")}")).Json.GetProperty("customFields").Text("plan").Should().Be("2 by 1");
    }

    [TestCase("1", true)]
    [TestCase("1.0", true)]
    [TestCase("\"1\"", false)]
    [TestCase("true", false)]
    [TestCase("null", false)]
    [TestCase("[1]", false)]
    [TestCase("{\"n\":1}", false)]
    [TestCase("1e999999999", false)]
    public async Task C1_a_field_that_changes_its_type_wakes_nobody_and_drops_nobody(string value, bool isSame)
    {
        var ada = await ProgramAsync();
        var id = (await ada.PostAsync("/api/automations", new
        {
            name = "n",
            trigger = new { eventName = "go" },
            exitEvents = Stop,
            exitConditions = new { stop = Same("n") },
            steps = new object[] { new { id = "wait", type = "waitForEvent", eventName = "now", where = Same("n"), timeout = "P7D", next = "again" }, new { id = "again", type = "wait", @for = "P7D" } },
        })).ShouldBe(201).Json.Text("id");
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        await SendAsync(ada, "go", new { n = 1 });

        var woken = await ada.PostTextAsync("/api/events/send", $$$"""{"email":"{{{Bob}}}","eventName":"now","eventProperties":{"n":{{{value}}}}}""");
        var dropped = await ada.PostTextAsync("/api/events/send", $$$"""{"email":"{{{Bob}}}","eventName":"stop","eventProperties":{"n":{{{value}}}}}""");

        woken.ShouldBe(200).Json.GetProperty("decisions").GetArrayLength().Should().Be(isSame ? 1 : 0);
        dropped.ShouldBe(200).Json.Effect().Should().Be((0, isSame ? 1 : 0));
    }

    private static object Same(string property) => new { field = $"event.{property}", op = "equals", value = new { field = $"trigger.{property}" } };

    private static async Task<JsonElement> SendAsync(TestClient client, string eventName, object eventProperties) =>
        (await client.PostAsync("/api/events/send", new { email = Bob, eventName, eventProperties })).ShouldBe(200).Json;

    // Oldest first.
    private static async Task<string[]> JourneysAsync(TestClient client)
    {
        var journeys = new List<string>();
        foreach (var run in (await client.ItemsAsync($"/api/enrollments?email={Bob}")).Reverse())
        {
            journeys.Add(string.Join(' ', (await client.GetAsync($"/api/enrollments/{run.Text("id")}")).ShouldBe(200).Json.Visits()));
        }

        return [.. journeys];
    }

    // A key outlasts the months that these tests skip, which a session does not.
    private async Task<TestClient> ProgramAsync() => await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
}
