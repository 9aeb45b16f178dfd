using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Mail;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>Each flow that people build, tested first and then lived through: the test said exactly what came.</summary>
public sealed class TestedFlowTests(string provider) : FunctionalTest(provider)
{
    private const string Bob = "bob@example.com";

    private static readonly string[] Placed = ["orderPlaced"];
    private static readonly string[] SignedIn = ["signedIn"];

    [Test]
    public async Task F11_a_test_of_re_engagement_equals_the_journey_that_follows()
    {
        var ada = await ProgramAsync();
        object[] steps = [new { id = "month", type = "wait", @for = "P30D", next = "lost" }, new { id = "lost", type = "updateContact", set = new { lost = true } }];

        await CompareAsync(ada, new { name = "Re-engagement", trigger = new { eventName = "wentIdle" }, exitEvents = SignedIn, steps }, new { });
    }

    [Test]
    public async Task F11_a_test_of_an_abandoned_cart_equals_the_journey_that_follows()
    {
        var ada = await ProgramAsync();
        object[] steps =
        [
            new { id = "hours", type = "wait", @for = "PT4H", name = "Four hours", next = "big" },
            new { id = "big", type = "branch", otherwise = "mark", paths = new[] { new { name = "big", when = new { field = "event.total", op = "atLeast", value = 100 }, next = "mark" } } },
            new { id = "mark", type = "updateContact", set = new { lastName = "{{ trigger.cartId }}" } },
        ];
        var definition = new
        {
            name = "Cart",
            trigger = new { eventName = "cartUpdated", where = new { field = "event.total", op = "greaterThan", value = 0 } },
            frequency = "oncePerKey",
            frequencyKey = "event.cartId",
            exitEvents = Placed,
            exitConditions = new { orderPlaced = new { field = "event.cartId", op = "equals", value = new { field = "trigger.cartId" } } },
            steps,
        };

        await CompareAsync(ada, definition, new { cartId = "A", total = 120.50 });
        await CompareAsync(ada, definition with { name = "Small cart" }, new { cartId = "B", total = 9 });
    }

    [TestCase("received")]
    [TestCase("timedOut")]
    public async Task F11_a_test_of_an_unpaid_invoice_equals_the_journey_that_follows(string answer)
    {
        var ada = await ProgramAsync();
        object[] steps =
        [
            new { id = "paid", type = "waitForEvent", eventName = "invoicePaid", timeout = "P7D", next = "thank", timedOut = "remind" },
            new { id = "thank", type = "updateContact", set = new { firstName = "paid {{ trigger.invoiceId }}" } },
            new { id = "remind", type = "updateContact", set = new { firstName = "remind {{ event.invoiceId }}" }, next = "grace" },
            new { id = "grace", type = "wait", @for = "P1M" },
        ];

        await CompareAsync(
            ada,
            new { name = "Invoice", trigger = new { eventName = "invoiceSent" }, steps },
            new { invoiceId = 101 },
            new Dictionary<string, string> { ["paid"] = answer },
            answer == "received" ? "invoicePaid" : null);
    }

    [Test]
    public async Task F11_a_test_of_a_weekly_check_in_equals_the_journey_that_follows()
    {
        var ada = await ProgramAsync();
        object[] steps =
        [
            new { id = "bought", type = "branch", otherwise = "morning", paths = new[] { new { name = "often", when = new { received = "bought", atLeast = 2, within = "P90D" }, next = "morning" } } },
            new
            {
                id = "morning", type = "wait", @for = "PT1H", next = "checked",
                window = new { days = (string[])["mon", "wed", "sat"], from = "22:00", to = "06:00", timeZone = "Asia/Kathmandu" },
            },
            new { id = "checked", type = "updateContact", set = new { firstName = "Checked" } },
        ];

        await CompareAsync(ada, new { name = "Check-in", trigger = new { eventName = "seen" }, frequency = "oncePerPeriod", frequencyPeriod = "P7D", steps }, new { });
    }

    [Test]
    public async Task F11_a_test_of_a_split_takes_each_path_and_equals_the_journey_that_follows()
    {
        var ada = await ProgramAsync();
        var definition = new
        {
            name = "Split",
            trigger = new { eventName = "signUp" },
            steps = new object[]
            {
                new { id = "half", type = "split", paths = new[] { new { name = "A", weight = 50, next = "a" }, new { name = "B", weight = 50, next = "b" } } },
                new { id = "a", type = "wait", @for = "P1D" },
                new { id = "b", type = "wait", @for = "P2D" },
            },
        };
        var id = await LiveAsync(ada, definition);
        var tested = new HashSet<string>();
        for (var i = 0; i < 40; i++)
        {
            tested.Add(string.Join(' ', (await TestAsync(ada, id, "signUp", new { }, [])).Visits()));
        }

        var run = await LiveThroughAsync(ada, id, "signUp", new { }, sends: null);

        tested.Should().BeEquivalentTo("half:done:A a:done", "half:done:B b:done").And.Contain(string.Join(' ', run.Visits()));
    }

    [TestCase("marketing")]
    [TestCase("transactional")]
    public async Task F11_a_test_of_a_welcome_shows_the_email_that_follows(string kind)
    {
        await using var server = await MailServer.StartAsync();
        await using var connected = App.SendBy(server.Settings());
        var owner = await App.RegisterSenderAsync();
        var ada = await App.ProgramAsync(owner, "events:send", "read", "manage");
        var template = await ada.TemplateAsync("<p>Hello {{ contact.firstName }}: {{ event.plan }}, {{ trigger.plan }}, {{ workspace.name }}</p>", "Welcome to {{ event.plan }}");
        object[] steps = [new { id = "day", type = "wait", @for = "P1D", next = "mail" }, MailWords.Mail(template, kind, next: "rest"), new { id = "rest", type = "wait", @for = "P2D" }];

        var (test, _) = await CompareAsync(ada, new { name = "Welcome", trigger = new { eventName = "signUp" }, steps }, new { plan = "<pro>" });

        var shown = test.GetProperty("journey")[1].GetProperty("rendered");
        var mail = server.Mails.Should().ContainSingle().Subject.Message;
        var message = await ada.MessageAsync(Bob);
        shown.Text("subject").Should().Be(mail.Subject).And.Be(message.Text("subject")).And.Be("Welcome to <pro>");
        WithoutLink(shown.Text("html")).Should().Be(WithoutLink(message.Text("html"))).And.Contain("Hello Bob: &lt;pro&gt;, &lt;pro&gt;, Acme");
        WithoutLink(shown.Text("text")).Should().Be(WithoutLink(message.Text("text")));
    }

    // The link of a test belongs to nobody.
    private static string WithoutLink(string text) => System.Text.RegularExpressions.Regex.Replace(text, "https?://[^ \"<>)]+", "link").ReplaceLineEndings("\n").Trim();

    /// <summary>Tests an automation, sends what it was tested with, and compares what came, visit by visit.</summary>
    private async Task<(JsonElement Test, JsonElement Run)> CompareAsync(
        TestClient client, object definition, object properties, Dictionary<string, string>? answers = null, string? sends = null)
    {
        var id = await LiveAsync(client, definition);
        var trigger = (await client.GetAsync($"/api/automations/{id}")).Json.GetProperty("trigger").Text("eventName");

        var test = await TestAsync(client, id, trigger, properties, answers ?? []);
        var run = await LiveThroughAsync(client, id, trigger, properties, sends);

        var decision = (await client.GetAsync($"/api/events/{run.Text("enrolledByEventId")}")).ShouldBe(200).Json.GetProperty("decisions").EnumerateArray()
            .Single(one => one.Text("automationId") == id);
        (test.GetProperty("decision").Text("outcome"), test.GetProperty("decision").Text("code")).Should().Be((decision.Text("outcome"), decision.Text("code")));
        test.Visits().Should().Equal(run.Visits());
        foreach (var (tried, real) in test.GetProperty("journey").EnumerateArray().Zip(run.GetProperty("journey").EnumerateArray()))
        {
            (tried.Text("type"), tried.GetProperty("name").GetString()).Should().Be((real.Text("type"), real.GetProperty("name").GetString()));
            tried.GetProperty("at").GetDateTimeOffset().Should().BeCloseTo(real.GetProperty("enteredAt").GetDateTimeOffset(), TimeSpan.FromSeconds(90), tried.Text("stepId"));
            (tried.Text("type") == "sendEmail" || tried.Text("reason") == real.Text("reason")).Should().BeTrue($"{real} says the same as {tried}");
        }

        return (test, run);
    }

    private static async Task<string> LiveAsync(TestClient client, object definition)
    {
        await client.PostAsync("/api/custom-fields", new { name = "lost", type = "boolean" });
        var id = (await client.PostAsync("/api/automations", definition)).ShouldBe(201).Json.Text("id");
        (await client.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        return id;
    }

    private static async Task<JsonElement> TestAsync(TestClient client, string automationId, string eventName, object properties, Dictionary<string, string> answers) =>
        (await client.PostAsync("/api/automations/test", new { automationId, contact = new { email = Bob, firstName = "Bob" }, @event = new { eventName, properties }, answers })).ShouldBe(200).Json;

    // Time is skipped up to the end of each wait. What is waited for comes at once, or never.
    private async Task<JsonElement> LiveThroughAsync(TestClient client, string automation, string eventName, object eventProperties, string? sends)
    {
        (await client.PostAsync("/api/events/send", new { email = Bob, eventName, eventProperties, contactProperties = new { firstName = "Bob" } })).ShouldBe(200);
        if (sends is not null)
        {
            await client.EventAsync(Bob, sends);
        }

        var due = DateTimeOffset.MinValue;
        return await client.UntilRunAsync(automation, run =>
        {
            if (run.GetProperty("dueAt") is { ValueKind: JsonValueKind.String } next && next.GetDateTimeOffset() is var at && at > due && at > App.Clock.GetUtcNow())
            {
                due = at;
                App.Clock.Advance(at - App.Clock.GetUtcNow());
            }

            return run.Status() == "completed";
        });
    }

    // A key outlasts the months that these tests skip, which a session does not.
    private async Task<TestClient> ProgramAsync() => await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
}
