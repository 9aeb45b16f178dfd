using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>People who are named by the id of the sender's own system.</summary>
public sealed class ExternalIdTests(string provider) : FunctionalTest(provider)
{
    private const string Ada = "ada@example.com";
    private const string Bob = "bob@example.com";

    [Test]
    public async Task E0_beside_an_address_it_becomes_the_contacts_id_and_alone_it_finds_the_contact()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("signUp", "oncePerContact");

        (await SendAsync(client, new { email = Ada, externalId = " u 1 ", eventName = "x" })).Warnings().Should().BeEmpty();
        (await SendAsync(client, new { externalId = "u 1", eventName = "signUp", contactProperties = new { firstName = "Ada" } })).Effect().Should().Be((1, 0));
        (await SendAsync(client, new { email = Ada, eventName = "signUp" })).Effect().Should().Be((0, 0), "it is the same contact");

        var contact = (await client.ItemsAsync("/api/contacts")).Should().ContainSingle().Subject;
        (contact.Text("email"), contact.Text("externalId"), contact.Text("firstName")).Should().Be((Ada, "u 1", "Ada"));
        (await client.ItemsAsync("/api/events")).Should().OnlyContain(item => item.Text("email") == Ada);
    }

    [Test]
    public async Task E0_the_address_decides_and_an_id_of_another_contact_is_left_out_with_a_warning()
    {
        var client = await App.RegisterAsync();
        await SendAsync(client, new { email = Ada, externalId = "u1", eventName = "x" });
        foreach (var dryRun in new[] { true, false })
        {
            var warning = (await SendAsync(client, new { email = Bob, externalId = "u1", eventName = "x", dryRun })).Warnings().Should().ContainSingle().Subject;
            (warning.Text("field"), warning.Text("code")).Should().Be(("externalId", "externalIdTaken"));
        }

        (await IdsAsync(client)).Should().BeEquivalentTo(new Dictionary<string, string?> { [Ada] = "u1", [Bob] = null });
    }

    [Test]
    public async Task E0_null_clears_and_left_out_changes_nothing()
    {
        var client = await App.RegisterAsync();
        await SendAsync(client, new { email = Ada, externalId = "u1", eventName = "x" });
        await SendAsync(client, new { email = Ada, eventName = "x" });
        (await IdsAsync(client))[Ada].Should().Be("u1");

        await SendAsync(client, new { email = Ada, externalId = (string?)null, eventName = "x" });
        (await IdsAsync(client))[Ada].Should().BeNull();
        (await SendAsync(client, new { email = Bob, externalId = "u1", eventName = "x" })).Warnings().Should().BeEmpty("it is free");

        await SendAsync(client, new { email = Bob, externalId = "u2", eventName = "x" });
        (await IdsAsync(client)).Should().BeEquivalentTo(new Dictionary<string, string?> { [Ada] = null, [Bob] = "u2" });
    }

    [Test]
    public async Task E0_an_unknown_id_without_an_address_is_refused_and_leaves_nothing()
    {
        var client = await App.RegisterAsync();
        foreach (var dryRun in new[] { true, false })
        {
            (await client.PostAsync("/api/events/send", new { externalId = "u1", eventName = "x", dryRun })).ShouldBeProblem(400, "contactUnknown")
                .Fields.Should().Equal("externalId");
        }

        (await client.EventWithKeyAsync("k", """{"externalId":"u1","eventName":"x"}""")).ShouldBeProblem(400, "contactUnknown");
        (await client.ItemsAsync("/api/events")).Should().BeEmpty();
        (await client.ItemsAsync("/api/contacts")).Should().BeEmpty();

        await SendAsync(client, new { email = Ada, externalId = "u1", eventName = "x" });
        (await client.EventWithKeyAsync("k", """{"externalId":"u1","eventName":"x"}""")).ShouldBe(200)
            .Json.GetProperty("duplicate").GetBoolean().Should().BeFalse("nothing came of it before");
    }

    [Test]
    public async Task E0_E11_a_batch_equals_its_events_one_by_one_also_when_ids_change_hands_in_it()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("in", "oncePerContact", "out");
        await SendAsync(client, new { email = Ada, externalId = "a", eventName = "in" });
        await SendAsync(client, new { email = Bob, externalId = "b", eventName = "x" });

        var results = await BatchAsync(
            client,
            new { externalId = "new", eventName = "x" },
            new { email = "eve@example.com", externalId = "new", eventName = "x" },
            new { externalId = "new", eventName = "in" },
            new { email = Ada, externalId = "b", eventName = "x" },
            new { email = Ada, externalId = (string?)null, eventName = "x" },
            new { email = Bob, externalId = "a", eventName = "x" },
            new { externalId = "b", eventName = "x" },
            new { email = Ada, externalId = "b", eventName = "x" },
            new { externalId = "b", eventName = "out" },
            new { externalId = "a", eventName = "in" });

        results.Select(result => result.Text("status")).Should().Equal(
            "rejected", "accepted", "accepted", "accepted", "accepted", "accepted", "rejected", "accepted", "accepted", "accepted");
        results.Where(result => result.Text("status") == "rejected").Select(result => result.GetProperty("error").Text("code")).Should().AllBe("contactUnknown");
        results[3].Warnings().Single().Text("code").Should().Be("externalIdTaken");
        results[2].Effect().Should().Be((1, 0));
        results[8].Effect().Should().Be((0, 1), "b is Ada's by now");
        results[9].Effect().Should().Be((1, 0), "a is Bob's by now");
        (await IdsAsync(client)).Should().BeEquivalentTo(new Dictionary<string, string?> { [Ada] = "b", [Bob] = "a", ["eve@example.com"] = "new" });
    }

    [Test]
    public async Task E0_E8_a_repeated_batch_gets_its_rejections_again_and_null_is_another_body_than_none()
    {
        var client = await App.RegisterAsync();
        const string Body = """{"events":[{"externalId":"u1","eventName":"x"},{"email":"ada@example.com","externalId":"u1","eventName":"x"}]}""";
        var first = (await client.EventWithKeyAsync("k", Body, "/api/events/batch")).ShouldBe(200).Json;
        (first.GetProperty("accepted").GetInt32(), first.GetProperty("rejected").GetInt32()).Should().Be((1, 1));

        var again = (await client.EventWithKeyAsync("k", Body, "/api/events/batch")).ShouldBe(200).Json;
        again.GetProperty("duplicate").GetBoolean().Should().BeTrue();
        again.GetProperty("results").GetRawText().Should().Be(first.GetProperty("results").GetRawText());

        (await client.EventWithKeyAsync("n", """{"email":"ada@example.com","eventName":"x"}""")).ShouldBe(200);
        (await client.EventWithKeyAsync("n", """{"email":"ada@example.com","externalId":null,"eventName":"x"}""")).ShouldBeProblem(422, "idempotencyKeyReused");
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("a\\u0000b")]
    [TestCase("a\\nb")]
    public async Task E0_what_is_no_id_is_refused(string externalId)
    {
        var client = await App.RegisterAsync();
        (await client.PostTextAsync("/api/events/send", $$"""{"externalId":"{{externalId}}","eventName":"x"}""")).ShouldRefuse("externalId");
        (await client.PostTextAsync("/api/events/send", $$"""{"email":"ada@example.com","externalId":"{{externalId}}","eventName":"x"}""")).ShouldRefuse("externalId");
    }

    [TestCase("7")]
    [TestCase("{}")]
    [TestCase("\"\\ud800\"")]
    public async Task E0_an_id_is_text(string json)
    {
        var client = await App.RegisterAsync();
        (await client.PostTextAsync("/api/events/send", $$"""{"email":"ada@example.com","externalId":{{json}},"eventName":"x"}""")).ShouldRefuse("externalId");
        (await client.PostTextAsync("/api/events/send", """{"externalId":null,"eventName":"x"}""")).ShouldRefuse("email");
    }

    [Test]
    public async Task E0_ids_are_compared_ordinally_and_have_255_characters()
    {
        var client = await App.RegisterAsync();
        string[] ids = ["u1", "U1", "ü1", "u\u03081", "ｕ1", "ß", "ss", "%", "_", new string('é', 255), "ada@example.com"];
        var results = await BatchAsync(client, [.. ids.Select((externalId, i) => (object)new { email = $"c{i}@example.com", externalId, eventName = "x" })]);
        results.SelectMany(result => result.Warnings()).Should().BeEmpty();
        foreach (var (i, externalId) in ids.Index())
        {
            (await client.ItemsAsync($"/api/contacts?externalId={Uri.EscapeDataString(externalId)}")).Single().Text("email").Should().Be($"c{i}@example.com");
        }

        (await client.PostAsync("/api/events/send", new { email = Ada, externalId = new string('é', 256), eventName = "x" })).ShouldRefuse("externalId");
        (await client.GetAsync($"/api/contacts?externalId={new string('x', 256)}")).ShouldRefuse("externalId");
    }

    [Test]
    public async Task E0_W4_an_id_is_unique_in_its_workspace_alone()
    {
        var (one, two) = (await App.RegisterAsync(), await App.RegisterAsync());
        await SendAsync(one, new { email = Ada, externalId = "u1", eventName = "x" });
        (await two.PostAsync("/api/events/send", new { externalId = "u1", eventName = "x" })).ShouldBeProblem(400, "contactUnknown");
        (await SendAsync(two, new { email = Bob, externalId = "u1", eventName = "x" })).Warnings().Should().BeEmpty();
    }

    [Test]
    public async Task E0_32_contacts_that_want_one_id_at_once_leave_it_to_one([Values] bool secondNode)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i =>
                SendAsync(i % 2 == 0 ? client : other, new { email = $"c{i}@example.com", externalId = $"u{round}", eventName = "x" })));

            answers.Count(answer => !answer.Warnings().Any()).Should().Be(1);
            (await client.ItemsAsync($"/api/contacts?externalId=u{round}")).Should().ContainSingle();
        }
    }

    [Test]
    public async Task E0_E7_one_contacts_events_take_effect_in_order_whether_named_by_address_or_by_id([Values] bool secondNode)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        await client.LiveAutomationAsync("in", "everyTime", "out");
        await SendAsync(client, new { email = Ada, externalId = "u1", eventName = "x" });

        await Task.WhenAll(Enumerable.Range(0, 120).Select(i =>
        {
            var eventName = i % 3 == 0 ? "out" : "in";
            var contactProperties = new { firstName = $"{i}" };
            object body = (i % 5) switch
            {
                < 2 => new { email = Ada, eventName, contactProperties, eventProperties = i },
                < 4 => new { externalId = "u1", eventName, contactProperties, eventProperties = i },
                _ => new { email = Ada, externalId = "u1", eventName, contactProperties, eventProperties = i },
            };
            return SendAsync(i % 2 == 0 ? client : other, body);
        }));

        var log = (await client.ItemsAsync("/api/events?limit=200")).Reverse().Skip(1).ToArray();
        log.Should().HaveCount(120);
        var active = 0;
        foreach (var item in log)
        {
            var expected = item.Text("eventName") == "out" ? (0, active) : (1, 0);
            item.Effect().Should().Be(expected);
            active = item.Text("eventName") == "out" ? 0 : active + 1;
        }

        (await client.ItemsAsync("/api/contacts")).Single().Text("firstName").Should().Be(log[^1].GetProperty("properties").GetRawText());
    }

    [Test]
    public async Task E0_two_contacts_that_swap_ids_at_once_on_two_nodes_never_share_one([Values] bool secondNode)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            var sender = i % 2 == 0 ? client : other;
            var (email, id) = ($"c{i % 3}@example.com", $"u{i / 3 % 3}");
            await BatchAsync(sender, new { email, externalId = (string?)null, eventName = "x" }, new { email, externalId = id, eventName = "x" });
        }));

        var ids = (await client.ItemsAsync("/api/contacts")).Select(contact => contact.GetProperty("externalId").GetString()).Where(id => id is not null).ToArray();
        ids.Should().OnlyHaveUniqueItems();
        foreach (var id in ids)
        {
            (await SendAsync(client, new { externalId = id, eventName = "y" })).GetProperty("eventId").GetString().Should().NotBeNull();
        }
    }

    [Test]
    public async Task E0_L3_an_erased_contact_leaves_its_id_to_others_and_an_export_has_it([Values(1, 501)] int events)
    {
        var client = await App.RegisterAsync();
        await BatchAsync(client, [.. Enumerable.Range(0, events).Select(_ => (object)new { email = Ada, externalId = "u1", eventName = "x" })]);
        var id = (await client.ItemsAsync("/api/contacts?externalId=u1")).Single().Text("id");
        (await client.GetAsync($"/api/contacts/{id}/export")).ShouldBe(200).Json.GetProperty("contact").Text("externalId").Should().Be("u1");

        (await client.DeleteAsync($"/api/contacts/{id}")).ShouldBe(204);

        (await client.ItemsAsync("/api/contacts?externalId=u1")).Should().BeEmpty();
        (await client.PostAsync("/api/events/send", new { externalId = "u1", eventName = "x" })).ShouldBeProblem(400, "contactUnknown");
        (await SendAsync(client, new { email = Bob, externalId = "u1", eventName = "x" })).Warnings().Should().BeEmpty();
    }

    [Test]
    public async Task C1_conditions_see_the_external_id_as_the_event_left_it()
    {
        var client = await App.RegisterAsync();
        var automation = (await client.PostAsync("/api/automations", new
        {
            name = "x",
            trigger = new { eventName = "x", where = new { field = "contact.externalId", op = "startsWith", value = "vip-" } },
            frequency = "everyTime",
            exitEvents = Array.Empty<string>(),
        })).ShouldBe(201).Json.Text("id");
        (await client.PostAsync($"/api/automations/{automation}/activate")).ShouldBe(200);

        (await SendAsync(client, new { email = Ada, eventName = "x" })).Effect().Should().Be((0, 0));
        (await SendAsync(client, new { email = Ada, externalId = "vip-1", eventName = "x" })).Effect().Should().Be((1, 0));
        (await SendAsync(client, new { externalId = "vip-1", eventName = "x" })).Effect().Should().Be((1, 0));
        (await SendAsync(client, new { email = Bob, externalId = "vip-1", eventName = "x" })).Effect().Should().Be((0, 0), "it is Ada's");
    }

    private static async Task<JsonElement> SendAsync(TestClient client, object body) => (await client.PostAsync("/api/events/send", body)).ShouldBe(200).Json;

    private static async Task<JsonElement[]> BatchAsync(TestClient client, params object[] events) =>
        [.. (await client.PostAsync("/api/events/batch", new { events })).ShouldBe(200).Json.GetProperty("results").EnumerateArray()];

    private static async Task<Dictionary<string, string?>> IdsAsync(TestClient client) =>
        (await client.ItemsAsync("/api/contacts")).ToDictionary(contact => contact.Text("email"), contact => contact.GetProperty("externalId").GetString());
}
