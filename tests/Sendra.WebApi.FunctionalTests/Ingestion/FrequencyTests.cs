using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>How often contacts enter, through HTTP.</summary>
public sealed class FrequencyTests(string provider) : FunctionalTest(provider)
{
    private const string Ada = "ada@example.com";

    private static readonly string[] Edits =
        ["notWhileActive", "oncePerKey:cartId", "oncePerPeriod:7", "oncePerContact", "oncePerKey:cartId", "everyTime", "oncePerKey:cartId"];

    [Test]
    public async Task Frequencies_each_refusal_says_why_and_names_the_enrollment_that_stood_in_the_way()
    {
        var client = await App.RegisterAsync();
        foreach (var (frequency, first, refusal) in new[]
        {
            ("oncePerContact", "firstMatch", "alreadyEnrolledOnce"),
            ("notWhileActive", "noneActive", "alreadyActive"),
            ("oncePerPeriod:7", "periodOver", "alreadyEnrolledInPeriod"),
            ("oncePerKey:cartId", "firstForKey", "alreadyEnrolledForKey"),
        })
        {
            await client.LiveAutomationAsync(frequency, frequency);
            var enrolled = Decision(await SendAsync(client, frequency, new { cartId = "c1" }));
            (enrolled.Text("outcome"), enrolled.Text("code")).Should().Be(("enrolled", first));

            var answer = await SendAsync(client, frequency, new { cartId = "c1" });

            var expected = ("notEnrolled", refusal, enrolled.Text("enrollmentId"));
            var refused = Decision(answer);
            (refused.Text("outcome"), refused.Text("code"), refused.Text("enrollmentId")).Should().Be(expected);
            refused.Text("reason").Should().StartWith("Not enrolled: ");
            var stored = Decision((await client.GetAsync($"/api/events/{answer.Text("eventId")}")).ShouldBe(200).Json);
            (stored.Text("outcome"), stored.Text("code"), stored.Text("enrollmentId"), stored.Text("reason")).Should()
                .Be((expected.Item1, expected.refusal, expected.Item3, refused.Text("reason")));
            var dry = Decision((await client.PostAsync("/api/events/send", new { email = Ada, eventName = frequency, eventProperties = new { cartId = "c1" }, dryRun = true })).ShouldBe(200).Json);
            (dry.Text("outcome"), dry.Text("code"), dry.Text("enrollmentId")).Should().Be(expected);
        }
    }

    [Test]
    public async Task Frequencies_not_while_active_takes_a_contact_again_once_its_run_has_ended_however_it_did()
    {
        var client = await App.RegisterAsync();
        var automation = await client.LiveAutomationAsync("signUp", "notWhileActive", "bye");
        async Task<string> EnterAsync()
        {
            var decision = Decision(await SendAsync(client, "signUp"));
            decision.Text("code").Should().Be("noneActive");
            Decision(await SendAsync(client, "signUp")).Text("code").Should().Be("alreadyActive");
            return decision.Text("enrollmentId");
        }

        await client.PostAsync($"/api/enrollments/{await EnterAsync()}/exit");
        await client.PostAsync($"/api/enrollments/{await EnterAsync()}/complete");
        await EnterAsync();
        (await SendAsync(client, "bye")).Effect().Should().Be((0, 1));
        await EnterAsync();
        await client.EditAsync(automation, "signUp", "everyTime");
        await SendAsync(client, "signUp");
        var newest = Decision(await SendAsync(client, "signUp")).Text("enrollmentId");
        await client.EditAsync(automation, "signUp", "notWhileActive");

        Decision(await SendAsync(client, "signUp")).Text("enrollmentId").Should().Be(newest, "of three active runs it names one, the newest");
    }

    [Test]
    public async Task Frequencies_once_per_key_keeps_values_and_paths_apart_and_counts_no_other_frequencys_runs()
    {
        var client = await App.RegisterAsync();
        var automation = await client.LiveAutomationAsync("cart", "everyTime");
        await SendAsync(client, "cart", new { cartId = 1, other = 1 });
        await client.EditAsync(automation, "cart", "oncePerKey:cartId");
        var longKey = new string('x', 10_240);
        foreach (var (value, code) in new (object?, string)[]
        {
            (1, "firstForKey"), ("1", "firstForKey"), (JsonElement.Parse("1.0"), "alreadyEnrolledForKey"), (true, "firstForKey"), ("true", "firstForKey"),
            (longKey + "a", "firstForKey"), (longKey + "b", "firstForKey"), (longKey + "a", "alreadyEnrolledForKey"),
            (JsonElement.Parse("123456789012345678901234567890"), "firstForKey"), (JsonElement.Parse("123456789012345678901234567891"), "firstForKey"),
            (null, "keyMissing"), (new[] { 1 }, "keyMissing"), (new { id = 1 }, "keyMissing"), ("\0", "firstForKey"),
        })
        {
            var decision = Decision(await SendAsync(client, "cart", new { cartId = value, other = 1 }));
            decision.Text("code").Should().Be(code, $"the key is {JsonSerializer.Serialize(value)[..Math.Min(30, JsonSerializer.Serialize(value).Length)]}");
            (decision.GetProperty("enrollmentId").ValueKind == JsonValueKind.Null).Should().Be(code == "keyMissing");
        }

        Decision(await SendAsync(client, "cart")).Text("code").Should().Be("keyMissing", "an event may have no properties at all");
        await client.EditAsync(automation, "cart", "oncePerKey:other");
        Decision(await SendAsync(client, "cart", new { cartId = 1, other = 1 })).Text("code").Should().Be("firstForKey", "another path is another key");
        await client.EditAsync(automation, "cart", "oncePerKey:cartId");
        Decision(await SendAsync(client, "cart", new { cartId = 1 })).Text("code").Should().Be("alreadyEnrolledForKey", "the keys of before stay");
        (await client.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "cart", eventProperties = new { cartId = 1 } })).Json.Effect().Should().Be((1, 0));
    }

    [Test]
    public async Task Frequencies_32_first_events_at_once_make_exactly_one_enrollment_and_all_others_name_it(
        [Values("oncePerContact", "notWhileActive", "oncePerPeriod:7", "oncePerKey:cartId")] string frequency, [Values] bool secondNode, [Values] bool known)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        if (known)
        {
            // What both nodes note of a new contact or a new name would be a lost race, too, and hide what guards the enrollment.
            await SendAsync(client, "signUp", new { cartId = "c0" });
            await SendAsync(other, "signUp", new { cartId = "c0" });
        }

        var automation = await client.LiveAutomationAsync("signUp", frequency);

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => SendAsync(i % 2 == 0 ? client : other, "signUp", new { cartId = "c1" })));

        answers.Sum(answer => answer.Effect().Enrolled).Should().Be(1);
        var made = (await client.ItemsAsync($"/api/enrollments?automationId={automation}")).Should().ContainSingle().Subject.Text("id");
        answers.Select(answer => Decision(answer).Text("enrollmentId")).Should().OnlyContain(id => id == made);
    }

    // Each event is sent twice at once under one Idempotency-Key, the second time to the other node.
    [Test]
    public async Task Frequencies_E8_32_events_of_four_keys_make_four_enrollments_whatever_is_repeated([Values] bool secondNode)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        var automation = await client.LiveAutomationAsync("cart", "oncePerKey:cartId");

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async i => (await (i % 2 == 0 ? client : other).EventWithKeyAsync(
            $"key{i / 2}", JsonSerializer.Serialize(new { email = Ada, eventName = "cart", eventProperties = new { cartId = i / 2 % 4 } }))).ShouldBe(200).Json));

        answers.Where(answer => !answer.GetProperty("duplicate").GetBoolean()).Should().HaveCount(32)
            .And.Subject.Sum(answer => answer.Effect().Enrolled).Should().Be(4);
        (await client.ItemsAsync($"/api/enrollments?automationId={automation}")).Should().HaveCount(4);
    }

    // Whatever an event was decided by, each of these reasons can be given once, and what was enrolled is what there is.
    [Test]
    public async Task Frequencies_A6_hold_while_they_are_edited_on_two_nodes()
    {
        var client = await App.RegisterAsync();
        await using var node = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        var automation = await client.LiveAutomationAsync("cart", "oncePerKey:cartId");
        var editing = Task.Run(async () =>
        {
            foreach (var frequency in Edits)
            {
                await client.EditAsync(automation, "cart", frequency);
            }
        });

        var answers = new List<JsonElement>();
        while (!editing.IsCompleted)
        {
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 32).Select(i => SendAsync(i % 2 == 0 ? client : other, "cart", new { cartId = "c1" }))));
        }

        await editing;
        answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 32).Select(i => SendAsync(i % 2 == 0 ? client : other, "cart", new { cartId = "c1" }))));
        var enrolled = answers.Select(Decision).Where(decision => decision.Text("outcome") == "enrolled").ToArray();
        var ids = (await client.ReadAllAsync($"/api/enrollments?automationId={automation}", limit: 200)).Select(item => item.Text("id")).ToArray();
        enrolled.Select(decision => decision.Text("enrollmentId")).Should().BeEquivalentTo(ids);
        enrolled.Count(decision => decision.Text("code") == "firstForKey").Should().Be(1, "the key is held once, whatever came in between");
        enrolled.Where(decision => decision.Text("code") != "everyTime" && decision.Text("code") != "firstForKey").Should().HaveCountLessThanOrEqualTo(1);
        await TestContext.Out.WriteLineAsync($"{answers.Count} events: {string.Join(", ", answers.Select(Decision).CountBy(decision => decision.Text("code")))}");
    }

    [TestCase("notWhileActive", 1)]
    [TestCase("oncePerPeriod:7", 1)]
    [TestCase("oncePerContact", 1)]
    [TestCase("oncePerKey:cartId", 3)]
    public async Task Frequencies_E11_hold_within_one_request(string frequency, int runs)
    {
        var client = await App.RegisterAsync();
        var automation = await client.LiveAutomationAsync("cart", frequency);
        async Task<int> EnrolledAsync() => (await client.PostAsync("/api/events/batch", new
        {
            events = Enumerable.Range(0, 30).Select(i => new { email = Ada, eventName = "cart", eventProperties = new { cartId = i % 3 } }),
        })).ShouldBe(200).Json.GetProperty("results").EnumerateArray().Sum(result => result.Effect().Enrolled);

        (await EnrolledAsync()).Should().Be(runs);
        (await EnrolledAsync()).Should().Be(0);
        (await client.ItemsAsync($"/api/enrollments?automationId={automation}")).Should().HaveCount(runs);
    }

    [Test]
    public async Task Frequencies_what_goes_with_one_is_checked_shown_copied_and_gone_with_it()
    {
        var client = await App.RegisterAsync();
        foreach (var (body, field) in new (object, string)[]
        {
            (Rule("oncePerPeriod"), "frequencyPeriod"),
            (Rule("oncePerPeriod", "a week"), "frequencyPeriod"),
            (Rule("oncePerPeriod", "PT0S"), "frequencyPeriod"),
            (Rule("oncePerPeriod", "P11Y"), "frequencyPeriod"),
            (Rule("oncePerPeriod", "P7D", "event.a"), "frequencyKey"),
            (Rule("oncePerKey"), "frequencyKey"),
            (Rule("oncePerKey", null, "cartId"), "frequencyKey"),
            (Rule("oncePerKey", null, "contact.email"), "frequencyKey"),
            (Rule("oncePerKey", null, $"event.{new string('a', 501)}"), "frequencyKey"),
            (Rule("everyTime", "P7D"), "frequencyPeriod"),
            (Rule(null, null, "event.a"), "frequencyKey"),
            (Rule("twice"), "frequency"),
        })
        {
            (await client.PostAsync("/api/automations", body)).ShouldBe(400).Json.GetProperty("errors").EnumerateObject().Select(one => one.Name).Should().Equal([field], JsonSerializer.Serialize(body));
        }

        var id = (await client.PostAsync("/api/automations", Rule("oncePerPeriod", "P1M"))).ShouldBe(201).Json.Text("id");
        Shown((await client.GetAsync($"/api/automations/{id}")).Json).Should().Be(("oncePerPeriod", "P1M", null));
        (await client.PutAsync($"/api/automations/{id}", Rule("oncePerKey", null, "event.cart.id"))).ShouldBe(200);
        Shown((await client.PostAsync($"/api/automations/{id}/duplicate")).ShouldBe(200).Json).Should().Be(("oncePerKey", null, "event.cart.id"));
        Shown((await client.ItemsAsync("/api/automations"))[0]).Should().Be(("oncePerKey", null, "event.cart.id"));
        Shown((await client.PutAsync($"/api/automations/{id}", Rule(null))).ShouldBe(200).Json).Should().Be(("everyTime", null, null));
    }

    [Test]
    public async Task Frequencies_a_cart_is_reminded_of_once_and_three_at_the_same_time()
    {
        var client = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        (await client.PostAsync("/api/custom-fields", new { name = "reminders", type = "text" })).ShouldBe(201);
        var id = (await client.PostAsync("/api/automations", new
        {
            name = "Abandoned cart",
            trigger = new { eventName = "cartUpdated", where = new { field = "event.total", op = "greaterThan", value = 0 } },
            frequency = "oncePerKey",
            frequencyKey = "event.cartId",
            steps = new object[] { new { id = "hour", type = "wait", @for = "PT1H", next = "remind" }, new { id = "remind", type = "updateContact", set = new { reminders = "{{ contact.reminders }}{{ event.cartId }};" } } },
        })).ShouldBe(201).Json.Text("id");
        (await client.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);

        foreach (var (cart, total) in new[] { ("A", 10), ("B", 5), ("A", 20), ("C", 0), ("C", 7), ("B", 9) })
        {
            await SendAsync(client, "cartUpdated", new { cartId = cart, total });
        }

        var runs = await client.ItemsAsync($"/api/enrollments?automationId={id}&status=active");
        runs.Should().HaveCount(3);
        App.Clock.Advance(TimeSpan.FromHours(2));
        await SendAsync(client, "cartUpdated", new { cartId = "A", total = 30 });
        for (var began = System.Diagnostics.Stopwatch.GetTimestamp(); (await client.ItemsAsync($"/api/enrollments?automationId={id}&status=active")).Length > 0;)
        {
            System.Diagnostics.Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(1));
        }

        (await client.ItemsAsync($"/api/enrollments?automationId={id}")).Should().HaveCount(3);
        (await client.ItemsAsync($"/api/contacts?email={Ada}"))[0].GetProperty("customFields").Text("reminders").Split(';', StringSplitOptions.RemoveEmptyEntries).Should().BeEquivalentTo("A", "B", "C");
    }

    [Test]
    public async Task Frequencies_a_weekly_check_in_comes_once_a_week_however_often_somebody_signs_in()
    {
        var client = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        (await client.PutAsync("/api/workspace/settings", new { timeZone = "Europe/Berlin" })).ShouldBe(200);
        await client.LiveAutomationAsync("signedIn", "oncePerPeriod:7");
        var enrolled = new List<int>();
        for (var day = 0; day < 22; day++)
        {
            for (var visit = 0; visit < 3; visit++)
            {
                if ((await SendAsync(client, "signedIn")).Effect().Enrolled > 0)
                {
                    enrolled.Add(day);
                }
            }

            // A moment more than a day, also where the clocks change.
            App.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(10));
        }

        enrolled.Should().Equal(0, 7, 14, 21);
    }

    private static object Rule(string? frequency, string? period = null, string? key = null) =>
        new { name = "n", trigger = new { eventName = "t" }, frequency, frequencyPeriod = period, frequencyKey = key };

    private static (string?, string?, string?) Shown(JsonElement automation) =>
        (automation.Text("frequency"), automation.GetProperty("frequencyPeriod").GetString(), automation.GetProperty("frequencyKey").GetString());

    private static JsonElement Decision(JsonElement answer) => answer.GetProperty("decisions").EnumerateArray().Single();

    private static async Task<JsonElement> SendAsync(TestClient client, string eventName, object? eventProperties = null) =>
        (await client.PostAsync("/api/events/send", new { email = Ada, eventName, eventProperties })).ShouldBe(200).Json;
}
