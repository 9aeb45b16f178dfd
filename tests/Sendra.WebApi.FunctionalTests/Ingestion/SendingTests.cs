using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Persistence.Workspaces;
using Sendra.Tests.Model;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>What may be sent, what is kept, and what the answer says.</summary>
public sealed class SendingTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task E1_an_address_is_trimmed_lower_cased_and_its_domain_made_ascii_so_one_person_is_one_contact()
    {
        var client = await App.RegisterAsync();
        foreach (var email in new[] { "Ada@BÜCHER.example", "  ada@xn--bcher-kva.example ", "ADA@bücher.EXAMPLE" })
        {
            await client.EventAsync(email, "signUp");
        }

        var contact = (await client.ItemsAsync("/api/contacts")).Should().ContainSingle().Subject;
        contact.Text("email").Should().Be("ada@xn--bcher-kva.example");
    }

    [TestCase("ada")]
    [TestCase("ada@")]
    [TestCase("ada@localhost")]
    [TestCase("a@b.co, c@d.co")]
    [TestCase("Ada <ada@example.com>")]
    [TestCase("ada\\u0000@example.com")]
    [TestCase("ada@exa mple.com")]
    [TestCase("")]
    public async Task E1_what_is_no_single_address_is_refused(string email)
    {
        var client = await App.RegisterAsync();
        (await client.PostTextAsync("/api/events/send", $$"""{"email":"{{email}}","eventName":"x"}""")).ShouldRefuse("email");
        (await client.ItemsAsync("/api/contacts")).Should().BeEmpty();
    }

    [Test]
    public async Task E1_254_characters_pass_and_255_do_not()
    {
        var client = await App.RegisterAsync();
        var domain = $"@{new string('a', 60)}.{new string('b', 60)}.{new string('c', 60)}.com";
        await client.EventAsync(new string('x', 254 - domain.Length) + domain, "signUp");
        (await client.PostAsync("/api/events/send", new { email = new string('x', 255 - domain.Length) + domain, eventName = "x" })).ShouldRefuse("email");
    }

    [Test]
    public async Task E2_names_match_exactly_and_any_legal_name_is_received()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("signUp");
        string[] others = ["signup", "SIGNUP", "signUp1", "sign Up", "ſignUp", "1 % ' \" \\ 🙂", new string('é', 255)];
        foreach (var name in others)
        {
            (await client.EventAsync("ada@example.com", name)).Effect().Should().Be((0, 0));
        }

        (await client.EventAsync("ada@example.com", "signUp")).Effect().Should().Be((1, 0));
        (await client.ItemsAsync("/api/events")).Select(item => item.Text("eventName")).Reverse().Should().Equal([.. others, "signUp"]);
    }

    [TestCase("")]
    [TestCase(" x")]
    [TestCase("x ")]
    [TestCase("a\\nb")]
    [TestCase("\\u0000")]
    [TestCase("\\ud800")]
    public async Task E2_an_illegal_name_is_refused(string name)
    {
        var client = await App.RegisterAsync();
        (await client.PostTextAsync("/api/events/send", $$"""{"email":"ada@example.com","eventName":"{{name}}"}""")).ShouldRefuse("eventName");
    }

    [TestCase("""{"b":1.10,"a":123456789012345678901234567890,"n":"\u0000","e":1E400,"s":"\u00e9\/","u":"🙂","z":{"y":[1, 2 ,null]}}""")]
    [TestCase("[]")]
    [TestCase("\"text\"")]
    [TestCase("-0.0")]
    [TestCase("true")]
    public async Task E3_properties_come_back_exactly_as_sent(string properties)
    {
        var client = await App.RegisterAsync();
        (await client.PostTextAsync("/api/events/send", $$"""{"email":"ada@example.com","eventName":"x","eventProperties":{{properties}}}""")).ShouldBe(200);
        (await client.ItemsAsync("/api/events"))[0].GetProperty("properties").GetRawText().Should().Be(properties);
    }

    [Test]
    public async Task E3_256_KiB_and_64_levels_pass_and_more_does_not()
    {
        var client = await App.RegisterAsync();
        var fits = $"\"{new string('x', (256 * 1024) - 2)}\"";
        Task<Answer> Send(string properties) => client.PostTextAsync("/api/events/send", $$"""{"email":"ada@example.com","eventName":"x","eventProperties":{{properties}}}""");
        (await Send(fits)).ShouldBe(200);
        (await Send(fits.Insert(1, "x"))).ShouldRefuse("eventProperties");
        (await Send(new string('[', 64) + new string(']', 64))).ShouldBe(200);
        (await Send(new string('[', 65) + new string(']', 65))).ShouldRefuse("eventProperties");
    }

    [Test]
    public async Task E4_properties_patch_the_contact_and_what_does_not_fit_is_left_out_with_a_warning()
    {
        var client = await App.RegisterAsync();
        foreach (var (name, type) in new[] { ("plan", "text"), ("seats", "number"), ("vip", "boolean"), ("since", "date") })
        {
            (await client.PostAsync("/api/custom-fields", new { name, type })).ShouldBe(201);
        }

        await Patch("""{"firstName":"Ada","lastName":"L","plan":"pro","seats":1.10,"vip":true,"since":"2026-01-31"}""");
        var answer = await Patch("""{"firstName":null,"name":"Ada L","seats":"many","vip":1,"since":"soon","plan":"\u0000","id":"x","email":"eve@example.com","workspaceId":"x"}""");

        answer.Effect().Should().Be((0, 0));
        answer.GetProperty("warnings").EnumerateArray().Select(warning => (warning.Text("field"), warning.Text("code"))).Should().Equal(
            ("contactProperties.seats", "invalidValue"),
            ("contactProperties.vip", "invalidValue"),
            ("contactProperties.since", "invalidValue"),
            ("contactProperties.plan", "invalidValue"),
            ("contactProperties.id", "undeclared"),
            ("contactProperties.email", "undeclared"),
            ("contactProperties.workspaceId", "undeclared"));
        var contact = (await client.ItemsAsync("/api/contacts")).Should().ContainSingle().Subject;
        contact.GetProperty("firstName").ValueKind.Should().Be(JsonValueKind.Null);
        contact.Text("lastName").Should().Be("L");
        contact.Text("name").Should().Be("Ada L");
        contact.Text("email").Should().Be("ada@example.com");
        contact.GetProperty("customFields").GetRawText().Should().Be("""{"plan":"pro","seats":1.10,"vip":true,"since":"2026-01-31"}""");

        async Task<JsonElement> Patch(string properties) => (await client.PostTextAsync(
            "/api/events/send", $$"""{"email":"ada@example.com","eventName":"x","contactProperties":{{properties}}}""")).ShouldBe(200).Json;
    }

    [Test]
    public async Task E4_256_KiB_of_contact_properties_pass_and_more_do_not()
    {
        var client = await App.RegisterAsync();
        static string Event(int bytes) => $$"""{"email":"ada@example.com","eventName":"x","contactProperties":{"x":"{{new string('x', bytes - 8)}}"} }""";
        const int Most = 256 * 1024;
        (await client.PostTextAsync("/api/events/send", Event(Most))).ShouldBe(200).Json.GetProperty("warnings").GetArrayLength().Should().Be(1);
        (await client.PostTextAsync("/api/events/send", Event(Most + 1))).ShouldRefuse("contactProperties")
            .Text.Should().Contain("contactProperties must be at most 256 KiB.");

        var batch = (await client.PostTextAsync("/api/events/batch", $$"""{"events":[{{Event(Most + 1)}},{{Event(Most)}}]}""")).ShouldBe(200).Json;

        batch.GetProperty("results").EnumerateArray().Select(result => result.Text("status")).Should().Equal("rejected", "accepted");
        batch.GetProperty("results")[0].GetProperty("error").GetProperty("errors").EnumerateObject().Single().Name.Should().Be("contactProperties");
    }

    [Test]
    public async Task E4_a_thousand_undeclared_keys_are_all_named_in_101_warnings()
    {
        var client = await App.RegisterAsync();
        var keys = string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"\"key{i}\":1"));

        var warnings = (await client.PostTextAsync(
            "/api/events/send", $$"""{"email":"ada@example.com","eventName":"x","contactProperties":{ {{keys}} } }""")).ShouldBe(200).Json.GetProperty("warnings");

        warnings.GetArrayLength().Should().Be(101);
        (warnings[100].Text("field"), warnings[100].Text("code")).Should().Be(("contactProperties", "undeclared"));
        warnings[100].Text("message").Should().StartWith("900 more ").And.Contain("key100,").And.Contain("key999");
    }

    [Test]
    public async Task E7_the_order_of_the_log_is_the_order_of_effect_also_on_two_nodes([Values] bool secondNode)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        await client.LiveAutomationAsync("in", "everyTime", "out");
        var model = new RulesModel();
        model.Add("in", "everyTime", ["out"]);
        model.SetStatus(0, "live");

        await Task.WhenAll(Enumerable.Range(0, 120).Select(i =>
            (i % 2 == 0 ? client : other).EventAsync("ada@example.com", i % 3 == 0 ? "out" : "in")));

        var log = (await client.ItemsAsync("/api/events?limit=200")).Reverse().ToArray();
        log.Should().HaveCount(120);
        log.Select(EventWords.Effect).Should().Equal(log.Select(item => model.Send("ada", item.Text("eventName"))).ToList());
    }

    [Test]
    public async Task E8_same_key_same_body_returns_first_answer()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("signUp");
        const string Body = """{"email":"ada@example.com","eventName":"signUp","contactProperties":{"x":1}}""";
        var first = (await client.EventWithKeyAsync("k", Body)).ShouldBe(200).Json;
        var again = (await client.EventWithKeyAsync("k", Body)).ShouldBe(200).Json;

        first.GetProperty("duplicate").GetBoolean().Should().BeFalse();
        again.GetProperty("duplicate").GetBoolean().Should().BeTrue();
        again.GetRawText().Replace("\"duplicate\":true", "\"duplicate\":false").Should().Be(first.GetRawText());
        (await client.ItemsAsync("/api/events")).Should().ContainSingle();
    }

    [Test]
    public async Task E8_same_key_with_another_body_is_refused_and_keys_are_of_a_workspace()
    {
        var client = await App.RegisterAsync();
        (await client.EventWithKeyAsync("k", """{"email":"ada@example.com","eventName":"a"}""")).ShouldBe(200);
        (await client.EventWithKeyAsync("k", """{"email":"ada@example.com","eventName":"b"}""")).ShouldBeProblem(422, "idempotencyKeyReused");
        var stranger = await App.RegisterAsync();
        (await stranger.EventWithKeyAsync("k", """{"email":"ada@example.com","eventName":"b"}""")).ShouldBe(200).Json
            .GetProperty("duplicate").GetBoolean().Should().BeFalse();
        (await client.ItemsAsync("/api/events")).Should().ContainSingle();
    }

    [Test]
    public async Task E8_32_at_once_with_one_key_make_one_event([Values] bool secondNode)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        await client.LiveAutomationAsync("signUp");
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i =>
            (i % 2 == 0 ? client : other).EventWithKeyAsync("k", """{"email":"ada@example.com","eventName":"signUp"}""")));

        answers.Should().OnlyContain(answer => answer.Status == 200);
        answers.Count(answer => !answer.Json.GetProperty("duplicate").GetBoolean()).Should().Be(1);
        answers.Select(answer => answer.Json.Text("eventId")).Distinct().Should().ContainSingle();
        (await client.ItemsAsync("/api/events")).Should().ContainSingle();
        (await client.ItemsAsync("/api/enrollments")).Should().ContainSingle();
    }

    [Test]
    public async Task E8_a_key_is_1_to_255_printable_ascii_characters()
    {
        var client = await App.RegisterAsync();
        const string Body = """{"email":"ada@example.com","eventName":"a"}""";
        (await client.EventWithKeyAsync(new string('k', 255), Body)).ShouldBe(200);
        (await client.EventWithKeyAsync(new string('k', 256), Body)).ShouldRefuse("Idempotency-Key");
        (await client.EventWithKeyAsync("", Body)).ShouldRefuse("Idempotency-Key");
    }

    [Test]
    public async Task E9_occurredAt_is_shown_and_may_lie_5_minutes_ahead()
    {
        var client = await App.RegisterAsync();
        Task<Answer> Send(object at) => client.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "x", occurredAt = at });
        string In(double minutes) => App.Clock.GetUtcNow().AddMinutes(minutes).ToString("O", CultureInfo.InvariantCulture);
        (await Send("2020-02-29T12:00:00.123456+02:00")).ShouldBe(200);
        (await client.ItemsAsync("/api/events"))[0].Text("occurredAt").Should().Be("2020-02-29T10:00:00.123456Z");
        (await Send("2020-02-29T10:00:00.123456789Z")).ShouldBe(200);
        (await Send("2020-02-29")).ShouldBe(200);
        (await Send(In(4.9))).ShouldBe(200);
        (await Send(In(5.2))).ShouldRefuse("occurredAt");
        (await Send("29.2.2020")).ShouldRefuse("occurredAt");
        (await Send(1700000000)).ShouldRefuse("occurredAt").Text.Should().Contain("occurredAt must be ISO 8601 text");
        (await Send("20201129T010203Z")).ShouldBe(200);
        (await client.ItemsAsync("/api/events"))[0].Text("occurredAt").Should().Be("2020-11-29T01:02:03Z");
    }

    [Test]
    public async Task E10_a_dry_run_answers_the_same_and_writes_nothing()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("signUp", "everyTime", "bye");
        await client.EventAsync("ada@example.com", "signUp");
        var dry = (await client.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "bye", dryRun = true })).ShouldBe(200).Json;
        var stranger = (await client.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "signUp", dryRun = true })).ShouldBe(200).Json;
        dry.Effect().Should().Be((0, 1));
        dry.GetProperty("eventId").ValueKind.Should().Be(JsonValueKind.Null);
        stranger.Effect().Should().Be((1, 0));
        (await client.ItemsAsync("/api/events")).Should().ContainSingle();
        (await client.ItemsAsync("/api/contacts")).Should().ContainSingle();
        (await client.EventAsync("ada@example.com", "bye")).Effect().Should().Be((0, 1));
    }

    [Test]
    public async Task E11_a_bad_event_of_a_batch_stops_no_other_and_each_has_its_own_result()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("in", "everyTime", "out");
        var answer = (await client.PostTextAsync("/api/events/batch", """
            {"events":[
                {"email":"ada@example.com","eventName":"in"},
                {"email":"nobody","eventName":"in"},
                {"email":"ada@example.com","eventName":"in","surprise":1},
                {"email":"ada@example.com","eventName":"in","eventName":"in"},
                {"email":"ada@example.com","eventName":"in","eventProperties":"\ud800"},
                {"email":"ada@example.com","eventName":"in","dryRun":true},
                7,
                {"email":"ada@example.com","eventName":"out"}]}
            """)).ShouldBe(200).Json;

        answer.GetProperty("accepted").GetInt32().Should().Be(2);
        answer.GetProperty("rejected").GetInt32().Should().Be(6);
        var results = answer.GetProperty("results").EnumerateArray().ToArray();
        results.Select(result => result.GetProperty("index").GetInt32()).Should().Equal(0, 1, 2, 3, 4, 5, 6, 7);
        results[0].Effect().Should().Be((1, 0));
        results[7].Effect().Should().Be((0, 1));
        results[1..7].Select(result => result.GetProperty("error").GetProperty("errors").EnumerateObject().Single().Name)
            .Should().Equal("email", "surprise", "eventName", "eventProperties", "dryRun", "body");
        (await client.ItemsAsync("/api/events")).Should().HaveCount(2);
    }

    [Test]
    public async Task E11_1_to_1000_events_and_a_key_for_the_whole_call()
    {
        var client = await App.RegisterAsync();
        string Body(int count) => JsonSerializer.Serialize(new { events = Enumerable.Range(0, count).Select(i => new { email = i == 5 ? "bad" : $"u{i % 300}@example.com", eventName = "x" }) });
        (await client.PostTextAsync("/api/events/batch", Body(0))).ShouldRefuse("events");
        (await client.PostTextAsync("/api/events/batch", Body(1001))).ShouldRefuse("events");
        (await client.PostTextAsync("/api/events/batch", "{}")).ShouldRefuse("events");
        var first = (await client.EventWithKeyAsync("k", Body(1000), "/api/events/batch")).ShouldBe(200).Json;
        var again = (await client.EventWithKeyAsync("k", Body(1000), "/api/events/batch")).ShouldBe(200).Json;
        first.GetProperty("accepted").GetInt32().Should().Be(999);
        again.GetProperty("duplicate").GetBoolean().Should().BeTrue();
        again.GetProperty("results").GetRawText().Should().Be(first.GetProperty("results").GetRawText());
        (await client.ItemsAsync("/api/contacts?limit=200")).Should().HaveCount(200);
        (await client.ItemsAsync("/api/event-patterns/undeclared"))[0].GetProperty("receivedCount").GetInt32().Should().Be(999);
    }

    [Test]
    public async Task E8_a_batch_of_many_commits_sent_6_times_at_once_with_one_key_happens_once([Values] bool secondNode)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        await client.LiveAutomationAsync("x");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? client : other).EventWithKeyAsync("k", Many(1_000), "/api/events/batch")));

        answers.Should().OnlyContain(answer => answer.Status == 200);
        answers.Count(answer => !answer.Json.GetProperty("duplicate").GetBoolean()).Should().Be(1);
        answers.Select(answer => answer.Json.GetProperty("results").GetRawText()).Distinct().Should().ContainSingle();
        (await App.Database.CountAsync("received_events")).Should().Be(1_000);
        (await App.Database.CountAsync("enrollments")).Should().Be(1_000);
    }

    [Test]
    public async Task E8_a_batch_that_broke_off_between_two_commits_is_carried_on_when_it_is_sent_again()
    {
        var client = await App.RegisterAsync();
        var first = Ids(await client.EventWithKeyAsync("k", Many(1_000), "/api/events/batch"));
        int kept;
        await using (var db = App.Node.Services.GetRequiredService<WorkspaceDbContexts>().For(new WorkspaceId(client.WorkspaceId)))
        {
            // As if the node had ended before the last of its commits.
            var last = (await db.IdempotencyRecords.Where(record => record.Key != "api:k").ToListAsync()).MaxBy(record => int.Parse(record.Key.Split(':')[1], CultureInfo.InvariantCulture))!;
            kept = int.Parse(last.Key.Split(':')[1], CultureInfo.InvariantCulture);
            await db.IdempotencyRecords.Where(record => record.Key == last.Key).ExecuteDeleteAsync();
            EventId[] lost = [.. first[kept..].Select(id => new EventId(id))];
            await db.ReceivedEvents.Where(row => lost.Contains(row.Id)).ExecuteDeleteAsync();
        }

        var again = Ids(await client.EventWithKeyAsync("k", Many(1_000), "/api/events/batch"));

        kept.Should().BeInRange(1, 999);
        again[..kept].Should().Equal(first[..kept]);
        again[kept..].Should().NotIntersectWith(first);
        (await App.Database.CountAsync("received_events")).Should().Be(1_000);
        Ids(await client.EventWithKeyAsync("k", Many(1_000), "/api/events/batch")).Should().Equal(again);
        (await client.EventWithKeyAsync("k", Many(999), "/api/events/batch")).ShouldBeProblem(422, "idempotencyKeyReused");

        static Guid[] Ids(Answer answer) => [.. answer.ShouldBe(200).Json.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("eventId").GetGuid())];
    }

    private static string Many(int count) =>
        JsonSerializer.Serialize(new { events = Enumerable.Range(0, count).Select(i => new { email = $"u{i % 400}@example.com", eventName = "x" }) });

    [Test]
    public async Task E11_as_many_events_as_a_body_holds_are_refused_for_their_number()
    {
        // Reading each would take so long that no client waits for the answer.
        var client = await App.RegisterAsync();
        var zeros = string.Concat(Enumerable.Repeat("0,", 8_000_000));

        var answer = (await client.PostTextAsync("/api/events/batch", $$"""{"events":[{{zeros}}0]}""")).ShouldRefuse("events");

        answer.Json.GetProperty("errors").GetProperty("events").EnumerateArray().Select(error => error.GetString())
            .Should().Equal("events must hold 1 to 1000 events.");
    }

    [TestCase("null", "events")]
    [TestCase("{}", "events")]
    [TestCase("7", "events")]
    [TestCase("[0,]", "body")]
    [TestCase("[0", "body")]
    public async Task E11_events_are_a_list(string events, string field)
    {
        var client = await App.RegisterAsync();
        (await client.PostTextAsync("/api/events/batch", $$"""{"events":{{events}}}""")).ShouldRefuse(field);
    }

    [Test]
    public async Task E11_what_follows_too_many_events_has_to_be_JSON_all_the_same()
    {
        var client = await App.RegisterAsync();
        var events = string.Concat(Enumerable.Repeat("""{"email":[{}]},""", 2000));
        (await client.PostTextAsync("/api/events/batch", $$"""{"events":[{{events}}{}]}""")).ShouldRefuse("events");
        (await client.PostTextAsync("/api/events/batch", $$"""{"events":[{{events}}{]}""")).ShouldRefuse("body");
        (await client.PostTextAsync("/api/events/batch", $$"""{"events":[{{events}}{}],"surprise":1}""")).ShouldRefuse("surprise");
    }

    [Test]
    public async Task E11_batches_that_make_the_same_contacts_at_once_all_succeed([Values] bool secondNode)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async sender =>
        {
            for (var round = 0; round < 6; round++)
            {
                var events = Enumerable.Range(0, 200).Select(i => new { email = $"u{(sender * 50) + (round * 70) + i}@example.com", eventName = "x" });
                var answer = (await (sender % 2 == 0 ? client : other).PostAsync("/api/events/batch", new { events })).ShouldBe(200);
                answer.Json.GetProperty("accepted").GetInt32().Should().Be(200);
            }
        }));

        (await client.ItemsAsync("/api/event-patterns/undeclared"))[0].GetProperty("receivedCount").GetInt32().Should().Be(8 * 6 * 200);
    }

    [Test]
    public async Task H1_a_body_too_large_is_413_also_when_chunked()
    {
        var client = await App.RegisterAsync();
        var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"email":"{{new string('x', 2 * 1024 * 1024)}}"}""")));
        content.Headers.ContentType = new("application/json");
        (await client.SendAsync(HttpMethod.Post, "/api/events/send", content, ("Transfer-Encoding", "chunked"))).ShouldBe(413);
    }

    [Test]
    public async Task W4_events_of_another_workspace_are_invisible_and_their_contacts_are_others()
    {
        var ada = await App.RegisterAsync();
        var eve = await App.RegisterAsync();
        await ada.LiveAutomationAsync("signUp");
        var id = (await ada.EventAsync("ada@example.com", "signUp")).Text("eventId");
        (await eve.EventAsync("ada@example.com", "signUp")).Effect().Should().Be((0, 0));
        (await eve.GetAsync($"/api/events/{id}")).ShouldBe(404);
        (await eve.ItemsAsync("/api/events")).Should().ContainSingle();
        (await eve.ItemsAsync("/api/enrollments")).Should().BeEmpty();
        (await eve.ItemsAsync("/api/automations")).Should().BeEmpty();
    }
}
