using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Access;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Outbox;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>Automations that are tried before they do anything: the journey is that of a real run, and nothing comes of it.</summary>
public sealed class TestRunTests(string provider) : FunctionalTest(provider)
{
    private const string Bob = "bob@example.com";

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri"];
    private static readonly object ProOnly = new { field = "event.plan", op = "equals", value = "pro" };
    private static readonly object SignUp = new { eventName = "signUp", properties = new { plan = "pro" } };

    [TestCase("solo", null)]
    [TestCase("team", "received")]
    [TestCase("team", "timedOut")]
    public async Task F11_a_test_equals_the_journey_that_follows(string plan, string? answer)
    {
        await using var receiver = await Receiver.StartAsync();
        var ada = await ProgramAsync();
        await DeclareAsync(ada, ("trialEndsAt", "date"), ("plan", "text"), ("zone", "text"), ("stage", "text"));
        (await ada.PutAsync("/api/workspace/settings", new { timeZone = "Europe/Berlin", contactTimeZoneField = "zone" })).ShouldBe(200);
        var id = await ada.LiveWorkflowAsync("trialStarted", Trial(receiver, App.Clock.GetUtcNow().AddDays(60)));
        var person = new { email = Bob, firstName = "B\"o/b & Co", trialEndsAt = App.Clock.GetUtcNow().AddDays(14).ToString("yyyy-MM-dd", null), plan, zone = "Asia/Tokyo" };
        var properties = new { source = "web\n", seats = new[] { 1, 2 } };

        var test = (await ada.PostAsync("/api/automations/test", new
        {
            automationId = id,
            contact = person,
            @event = new { eventName = "trialStarted", properties },
            answers = answer is null ? [] : new Dictionary<string, string> { ["paid"] = answer },
        })).ShouldBe(200).Json;

        (test.GetProperty("decision").Text("outcome"), test.GetProperty("decision").Text("code")).Should().Be(("enrolled", "everyTime"));
        test.GetProperty("warnings").GetArrayLength().Should().Be(0);
        receiver.Calls.Should().BeEmpty("a test makes no call");
        (await ada.PostAsync("/api/events/send", new
        {
            email = Bob,
            eventName = "trialStarted",
            eventProperties = properties,
            contactProperties = new { person.firstName, person.trialEndsAt, person.plan, person.zone },
        })).ShouldBe(200);
        var run = await LiveThroughAsync(ada, answer == "received");

        var (tried, real) = (test.GetProperty("journey").EnumerateArray().ToArray(), run.GetProperty("journey").EnumerateArray().ToArray());
        test.Visits().Should().Equal(run.Visits());
        tried.Select(visit => visit.Text("type")).Should().Equal(real.Select(visit => visit.Text("type")));
        tried.Select(visit => visit.GetProperty("name").GetString()).Should().Equal(real.Select(visit => visit.GetProperty("name").GetString()));
        foreach (var (one, other) in tried.Zip(real))
        {
            one.GetProperty("at").GetDateTimeOffset().Should().BeCloseTo(other.GetProperty("enteredAt").GetDateTimeOffset(), TimeSpan.FromSeconds(30), one.Text("stepId"));
            (one.Text("type") == "callUrl" || one.Text("reason") == other.Text("reason")).Should().BeTrue("the words of {0} are the same", one);
        }

        ShouldEqual(tried, receiver.Calls);
    }

    [Test]
    public async Task F11_nothing_is_written_and_a_stored_contact_is_not_read()
    {
        await using var receiver = await Receiver.StartAsync();
        var ada = await App.RegisterAsync();
        await DeclareAsync(ada, ("plan", "text"), ("stage", "text"), ("trialEndsAt", "date"));
        var id = await ada.LiveWorkflowAsync("trialStarted", Trial(receiver, App.Clock.GetUtcNow().AddDays(60)));
        (await ada.PostAsync("/api/events/send", new { email = Bob, eventName = "other", contactProperties = new { firstName = "Stored", plan = "team" } })).ShouldBe(200);
        var asked = new { automationId = id, contact = new { email = " BOB@example.com " }, @event = new { eventName = "trialStarted" } };
        await ada.PostAsync("/api/automations/test", asked);
        var stored = new StoredRows(App);
        var before = await stored.OfAsync(ada.WorkspaceId, ada.UserId);
        before["contacts"].Should().ContainSingle();

        var test = (await ada.PostAsync("/api/automations/test", asked)).ShouldBe(200).Json;
        var other = (await ada.PostAsync("/api/automations/test", new
        {
            asked.automationId,
            contact = new { email = Bob, plan = "team" },
            asked.@event,
            answers = new { paid = "received" },
        })).ShouldBe(200).Json;

        test.Visits().Should().Equal("ending:done:dateMissing", "plan:done:otherwise", "remind:done");
        other.Visits().Should().Equal("ending:done:dateMissing", "plan:done:team", "call:done", "paid:done:received", "thank:done", "last:done");
        (await stored.OfAsync(ada.WorkspaceId, ada.UserId)).Should().BeEquivalentTo(before, options => options.WithStrictOrdering());
        receiver.Calls.Should().BeEmpty();
    }

    [Test]
    public async Task F11_drafts_paused_and_archived_ones_and_definitions_are_tested_as_if_they_were_live()
    {
        var ada = await App.RegisterAsync();
        object[] steps = [new { id = "day", type = "wait", @for = "P1D", name = "A day" }];
        var definition = new { name = "Flow", trigger = new { eventName = "signUp", where = ProOnly }, frequency = "oncePerContact", exitEvents = (string[])["signUp"], steps };
        var id = (await ada.PostAsync("/api/automations", definition)).ShouldBe(201).Json.Text("id");
        var contact = new { email = Bob };

        foreach (var status in (string[])["draft", "activate", "pause", "archive"])
        {
            if (status != "draft")
            {
                (await ada.PostAsync($"/api/automations/{id}/{status}")).ShouldBe(200);
            }

            var saved = (await ada.PostAsync("/api/automations/test", new { automationId = id, contact, @event = SignUp })).ShouldBe(200).Json;
            saved.Visits().Should().Equal(["day:done"], status);
            saved.GetProperty("decision").Text("code").Should().Be("firstMatch");
        }

        var test = (await ada.PostAsync("/api/automations/test", new { definition, contact, @event = SignUp })).ShouldBe(200).Json;
        test.Visits().Should().Equal("day:done");
        (test.GetProperty("journey")[0].Text("name"), test.GetProperty("journey")[0].Text("reason")).Should().Be(("A day", "The wait was over."));
        test.GetProperty("journey")[0].GetProperty("rendered").ValueKind.Should().Be(JsonValueKind.Null);
        test = (await ada.PostAsync("/api/automations/test", new { definition = definition with { steps = [] }, contact, @event = SignUp })).ShouldBe(200).Json;
        (test.GetProperty("decision").Text("outcome"), test.Visits().Length).Should().Be(("enrolled", 0));
    }

    [Test]
    public async Task F11_who_is_not_enrolled_has_no_journey_and_a_reason()
    {
        var ada = await App.RegisterAsync();
        object[] steps = [new { id = "day", type = "wait", @for = "P1D" }];
        var definition = new { name = "Flow", trigger = new { eventName = "signUp", where = ProOnly }, frequency = "oncePerKey", frequencyKey = "event.cart", steps };

        await ShouldNotEnrollAsync(new { eventName = "SignUp" }, "triggerMismatch", "enrolls on signUp, and the event is SignUp");
        await ShouldNotEnrollAsync(new { eventName = "signUp", properties = new { plan = "free" } }, "conditionNotMet", "\"free\"");
        await ShouldNotEnrollAsync(SignUp, "keyMissing", "event.cart");

        async Task ShouldNotEnrollAsync(object @event, string code, string reason)
        {
            var test = (await ada.PostAsync("/api/automations/test", new { definition, contact = new { email = Bob }, @event })).ShouldBe(200).Json;
            test.GetProperty("journey").GetArrayLength().Should().Be(0);
            var decision = test.GetProperty("decision");
            (decision.Text("outcome"), decision.Text("code")).Should().Be(("notEnrolled", code));
            decision.Text("reason").Should().Contain(reason);
        }
    }

    [Test]
    public async Task F11_steps_see_what_those_before_changed_and_what_fails_takes_its_path()
    {
        var ada = await App.RegisterAsync();
        await DeclareAsync(ada, ("tier", "text"));
        object[] steps =
        [
            new { id = "set", type = "updateContact", set = new { firstName = "{{ event.name }}", tier = "gold", lost = 1 }, next = "gold" },
            new { id = "gold", type = "branch", paths = new[] { new { name = "yes", when = new { field = "contact.tier", op = "equals", value = "gold" }, next = "half" } } },
            new { id = "half", type = "split", paths = new[] { new { name = "A", weight = 0, next = (string?)null }, new { name = "B", weight = 1, next = (string?)"call" } } },
            new { id = "call", type = "callUrl", method = "GET", url = "https://example.com/{{ contact.firstName }}", headers = new Dictionary<string, string> { ["X-Name"] = "{{ contact.firstName }}" }, failed = "later" },
            new { id = "later", type = "wait", @for = "P400D" },
        ];
        var definition = new { name = "Flow", trigger = new { eventName = "signUp" }, steps };

        var fine = (await ada.PostAsync("/api/automations/test", Ask("Bob"))).ShouldBe(200).Json;
        var broken = (await ada.PostAsync("/api/automations/test", Ask("B\r\nob"))).ShouldBe(200).Json;

        fine.Visits().Should().Equal("set:done:undeclared", "gold:done:yes", "half:done:B", "call:done");
        fine.GetProperty("journey")[3].GetProperty("rendered").GetRawText().Should().Be("""{"method":"GET","url":"https://example.com/Bob","headers":{"X-Name":"Bob"},"body":null}""");
        broken.Visits().Should().Equal("set:done:undeclared", "gold:done:yes", "half:done:B", "call:failed:failed", "later:done");
        broken.GetProperty("journey")[3].Text("code").Should().Be("headerInvalid");
        broken.GetProperty("journey")[3].GetProperty("rendered").ValueKind.Should().Be(JsonValueKind.Null);

        object Ask(string name) => new { definition, contact = new { email = Bob, firstName = "Old" }, @event = new { eventName = "signUp", properties = new { name } } };
    }

    [Test]
    public async Task F11_the_contact_has_no_past_but_the_events_of_the_test()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/events/batch", new { events = (object[])[new { email = Bob, eventName = "signUp" }, new { email = Bob, eventName = "paid" }] })).ShouldBe(200);
        object[] steps =
        [
            Branch("before", "paid", 1, "wait", "wait"),
            new { id = "wait", type = "waitForEvent", eventName = "paid", timeout = "P1D", next = "after" },
            Branch("after", "paid", 1, "twice", null),
            Branch("twice", "paid", 2, null, null),
        ];
        var definition = new { name = "Flow", trigger = new { eventName = "signUp", where = new { received = "signUp" } }, steps };
        var first = new { definition.name, trigger = new { definition.trigger.eventName, where = new { received = "signUp", atLeast = 2 } }, steps };

        var test = (await ada.PostAsync("/api/automations/test", new { definition, contact = new { email = Bob }, @event = SignUp, answers = new { wait = "received" } })).ShouldBe(200).Json;
        var refused = (await ada.PostAsync("/api/automations/test", new { definition = first, contact = new { email = Bob }, @event = SignUp })).ShouldBe(200).Json;

        test.Visits().Should().Equal("before:done:otherwise", "wait:done:received", "after:done:yes", "twice:done:otherwise");
        refused.GetProperty("decision").Text("code").Should().Be("conditionNotMet");

        static object Branch(string id, string received, int atLeast, string? next, string? otherwise) =>
            new { id, type = "branch", paths = new[] { new { name = "yes", when = new { received, atLeast }, next } }, otherwise };
    }

    [Test]
    public async Task F11_what_is_wrong_is_named()
    {
        var ada = await App.RegisterAsync();
        var contact = new { email = Bob };
        object[] waits = [new { id = "paid", type = "waitForEvent", eventName = "paid", timeout = "P1D" }, new { id = "no", type = "none" }];
        var definition = new { name = "Flow", trigger = new { eventName = "signUp" }, steps = waits[..1] };

        (await TestAsync(new { })).ShouldRefuse("automationId", "contact", "event.eventName");
        (await TestAsync(new { automationId = Guid.NewGuid(), definition, contact, @event = SignUp })).ShouldRefuse("definition");
        (await TestAsync(new { automationId = Guid.CreateVersion7(), contact, @event = SignUp })).ShouldBeProblem(404, "automationNotFound");
        (await TestAsync(new { definition = new { steps = waits }, contact, @event = SignUp })).Fields
            .Should().Contain(["definition.name", "definition.trigger", "definition.steps[1].type"]);
        (await TestAsync(new { definition, contact = "bob", @event = SignUp })).ShouldRefuse("contact");
        (await TestAsync(new { definition, contact = new { email = 1, externalId = "" }, @event = SignUp })).ShouldRefuse("contact.email", "contact.externalId");
        (await TestAsync(new { definition, contact = new { email = "bob" }, @event = SignUp })).ShouldRefuse("contact.email");
        (await TestAsync(new { definition, contact, @event = SignUp, answers = new { paid = "received", other = "received" } })).ShouldRefuse("answers.other");
        var unknown = (await TestAsync(new { definition, contact, @event = SignUp, answers = new { paid = "perhaps" } })).ShouldRefuse("answers.paid");
        unknown.Text.Should().Contain("must be one of received, timedOut");
        (await TestAsync(new { definition = new { definition.name, definition.trigger, frequency = "never" }, contact, @event = SignUp })).ShouldRefuse("definition.frequency");
        object[] inside = [new { id = "call", type = "callUrl", method = "GET", url = "http://10.0.0.1/" }];
        (await TestAsync(new { definition = definition with { steps = inside }, contact, @event = SignUp })).ShouldRefuse("definition.steps[0].url");

        var warned = (await TestAsync(new { definition, contact = new { email = Bob, firstName = 1, plan = "pro" }, @event = SignUp })).ShouldBe(200).Json;
        warned.GetProperty("warnings").EnumerateArray().Select(warning => (warning.Text("field"), warning.Text("code")))
            .Should().Equal(("contact.firstName", "invalidValue"), ("contact.plan", "undeclared"));
        warned.Visits().Should().Equal("paid:done:timedOut");

        Task<Answer> TestAsync(object body) => ada.PostAsync("/api/automations/test", body);
    }

    [Test]
    public async Task F11_a_test_of_any_size_ends()
    {
        var ada = await App.RegisterAsync();
        await DeclareAsync(ada, ("last", "date"));
        object[] waits =
        [
            new { id = "s0", type = "wait", until = new { field = "contact.last" }, next = "s1" },
            .. Enumerable.Range(1, 199).Select(i => new { id = $"s{i}", type = "wait", @for = "P400D", next = i < 199 ? $"s{i + 1}" : null }),
        ];
        object[] calls = [.. Enumerable.Range(0, 40).Select(i => new
        {
            id = $"s{i}", type = "callUrl", method = "POST", url = "https://example.com/", body = "{{ event.text }}", next = i < 39 ? $"s{i + 1}" : null,
        })];

        var test = (await TestAsync(waits, "9999-12-31T23:59:59.999Z", "")).ShouldBe(200).Json;

        test.GetProperty("journey").GetArrayLength().Should().Be(200);
        (await TestAsync(calls, "2030-01-01", new string('x', 250_000))).ShouldBeProblem(409, "testTooLarge");

        Task<Answer> TestAsync(object[] steps, string last, string text) => ada.PostAsync("/api/automations/test", new
        {
            definition = new { name = "Flow", trigger = new { eventName = "signUp" }, steps },
            contact = new { email = Bob, last },
            @event = new { eventName = "signUp", properties = new { text } },
        });
    }

    private static object[] Trial(Receiver receiver, DateTimeOffset extended) =>
    [
        new
        {
            id = "ending", type = "wait", name = "The trial ends", until = new { field = "contact.trialEndsAt", offset = "-P3D" },
            window = new { days = Weekdays, from = "09:00", to = "17:00", timeZone = "contact" }, next = "plan",
        },
        new
        {
            id = "plan", type = "branch", otherwise = "remind",
            paths = new[] { new { name = "team", when = new { field = "contact.plan", op = "equals", value = "team" }, next = "call" } },
        },
        new
        {
            id = "call", type = "callUrl", method = "POST", url = receiver.At("/ok?to={{ contact.firstName }}"), next = "paid",
            headers = new Dictionary<string, string> { ["X-Seats"] = "{{ trigger.seats.size }}" },
            body = """{"name":"{{ contact.firstName }}","source":"{{ event.source }}","by":"{{ workspace.name }}","on":"{{ "now" | date: "%Y-%m-%d" }}"}""",
        },
        new { id = "paid", type = "waitForEvent", eventName = "invoicePaid", timeout = "P7D", next = "thank", timedOut = "remind" },
        new { id = "thank", type = "updateContact", set = new { stage = "won {{ trigger.source }}", trialEndsAt = extended }, next = "last" },
        new { id = "last", type = "wait", until = new { field = "contact.trialEndsAt", offset = "P1D" } },
        new { id = "remind", type = "updateContact", set = new { stage = "reminded" } },
    ];

    private static void ShouldEqual(IEnumerable<JsonElement> tried, IReadOnlyList<ReceivedCall> calls)
    {
        var rendered = tried.Select(visit => visit.GetProperty("rendered")).Where(call => call.ValueKind == JsonValueKind.Object).ToArray();
        rendered.Should().HaveCount(calls.Count);
        foreach (var (call, came) in rendered.Zip(calls))
        {
            (call.Text("method"), new Uri(call.Text("url")).PathAndQuery, call.Text("body")).Should().Be((came.Method, came.Path, came.Body));
            foreach (var header in call.GetProperty("headers").EnumerateObject())
            {
                came.Headers[header.Name].ToString().Should().Be(header.Value.GetString());
            }

            call.GetProperty("headers").EnumerateObject().Select(header => header.Name).Should().Equal("X-Seats", "Content-Type");
        }
    }

    private static async Task DeclareAsync(TestClient client, params (string Name, string Type)[] fields)
    {
        foreach (var (name, type) in fields)
        {
            (await client.PostAsync("/api/custom-fields", new { name, type })).ShouldBe(201);
        }
    }

    // Time is skipped up to the end of each wait; the invoice is paid as soon as the run waits for it, or never.
    private async Task<JsonElement> LiveThroughAsync(TestClient client, bool pays)
    {
        var due = DateTimeOffset.MinValue;
        await client.UntilAsync(Bob, run => run.IsAt("paid") || run.Status() == "completed" || Skip(run));
        if (pays)
        {
            await client.EventAsync(Bob, "invoicePaid");
        }

        return await client.UntilAsync(Bob, run => run.Status() == "completed" || Skip(run));

        // False: it is looked at again.
        bool Skip(JsonElement run)
        {
            if (run.GetProperty("dueAt") is { ValueKind: JsonValueKind.String } next && next.GetDateTimeOffset() is var at && at > due && at > App.Clock.GetUtcNow())
            {
                due = at;
                App.Clock.Advance(at - App.Clock.GetUtcNow());
            }

            return false;
        }
    }

    // A key outlasts the months that these tests skip, which a session does not.
    private async Task<TestClient> ProgramAsync() => await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
}
