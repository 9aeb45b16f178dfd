using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>Deliveries that name their person by the sender's own id.</summary>
internal sealed class ExternalIdMappingTests(string provider) : FunctionalTest(provider)
{
    private static readonly object ById = new { name = "By id", externalIdPath = "user.id", eventName = new { path = "event" }, deliveryIdPath = "id" };
    private static readonly object ByBoth = new { name = "By both", emailPath = "email", externalIdPath = "user.id", eventName = new { path = "event" } };

    [Test]
    public async Task E0_S2_the_id_beside_an_email_becomes_the_contacts_and_alone_it_finds_the_contact()
    {
        var client = await App.RegisterAsync();
        var (byBoth, byId) = (await Source.CreateAsync(client, ByBoth), await Source.CreateAsync(client, ById));
        await client.LiveAutomationAsync("signUp", "oncePerContact");

        foreach (var (source, json, enrolled) in new[]
        {
            (byBoth, """{"email":"ada@example.com","user":{"id":"u1"},"event":"signUp"}""", 1),
            (byBoth, """{"user":{"id":"u1"},"event":"signUp"}""", 0),
            (byBoth, """{"email":null,"user":{"id":" u1"},"event":"signUp"}""", 0),
            (byBoth, """{"email":"ada@example.com","user":{"id":null},"event":"signUp"}""", 0),
            (byBoth, """{"email":"ada@example.com","user":{"id":{}},"event":"signUp"}""", 0),
            (byId, """{"user":{"id":"u1"},"event":"signUp"}""", 0),
            (byBoth, """{"email":"bob@example.com","user":{"id":42},"event":"signUp"}""", 1),
            (byId, """{"user":{"id":42},"event":"signUp"}""", 0),
        })
        {
            var answer = (await source.PostAsync(json)).ShouldBe(200).Json;
            answer.Text("status").Should().Be("processed", json);
            answer.Effect().Should().Be((enrolled, 0), json);
        }

        (await client.ItemsAsync("/api/contacts")).Select(contact => (contact.Text("email"), contact.Text("externalId")))
            .Should().BeEquivalentTo([("ada@example.com", "u1"), ("bob@example.com", "42")]);
    }

    [Test]
    public async Task E0_S5_S9_an_unknown_id_is_skipped_with_what_stood_there_and_replayed_once_it_is_known()
    {
        var client = await App.RegisterAsync();
        var source = await Source.CreateAsync(client, ById);
        await client.LiveAutomationAsync("signUp");

        var answer = (await source.PostAsync("""{"id":"d1","user":{"id":"u1"},"event":"signUp"}""")).ShouldBe(200).Json;
        (answer.Text("status"), answer.Text("code")).Should().Be(("skipped", "contactUnknown"));
        answer.Text("reason").Should().Contain("`user.id`").And.Contain("u1");
        var delivery = (await source.DeliveriesAsync())[0].Text("id");
        (await client.PostAsync($"/api/deliveries/{delivery}/replay")).ShouldBe(200).Json.Text("code").Should().Be("contactUnknown");

        (await client.PostAsync("/api/events/send", new { email = "ada@example.com", externalId = "u1", eventName = "x" })).ShouldBe(200);
        (await client.PostAsync($"{source.Path}/replay-skipped")).ShouldBe(200).Json.GetProperty("processed").GetInt32().Should().Be(1);

        (await client.ItemsAsync("/api/enrollments")).Single().Text("email").Should().Be("ada@example.com");
        (await source.PostAsync("""{"id":"d1","user":{"id":"u1"},"event":"signUp"}""")).ShouldBe(200).Json.Text("status").Should().Be("duplicate");
        (await source.CountsAsync()).Should().Be((1, 0, 1, 0));
    }

    [TestCase("""{"event":"x"}""", "externalIdMissing")]
    [TestCase("""{"user":{"id":null},"event":"x"}""", "externalIdNotAString")]
    [TestCase("""{"user":{"id":["u1"]},"event":"x"}""", "externalIdNotAString")]
    [TestCase("""{"user":{"id":" "},"event":"x"}""", "externalIdInvalid")]
    [TestCase("""{"user":{"id":"a\u0000"},"event":"x"}""", "externalIdInvalid")]
    public async Task E0_S5_what_is_no_id_is_skipped(string json, string code)
    {
        var client = await App.RegisterAsync();
        var answer = (await (await Source.CreateAsync(client, ById)).PostAsync(json)).ShouldBe(200).Json;
        (answer.Text("status"), answer.Text("code")).Should().Be(("skipped", code));
        answer.Text("reason").Should().Contain("`user.id`");
    }

    [Test]
    public async Task E0_S9_a_preview_shows_the_id_and_one_of_the_two_paths_must_be_there()
    {
        var client = await App.RegisterAsync();
        var source = await Source.CreateAsync(client, ById);
        (await source.GetAsync()).GetProperty("emailPath").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await source.GetAsync()).Text("externalIdPath").Should().Be("user.id");
        var mapped = (await client.PostAsync($"{source.Path}/preview", new { payload = new { user = new { id = 7 }, @event = "x" } })).ShouldBe(200).Json.GetProperty("mapped");
        (mapped.GetProperty("email").GetString(), mapped.Text("externalId")).Should().Be((null, "7"));

        (await client.PostAsync("/api/event-sources", new { name = "x", eventName = new { @fixed = "x" } })).ShouldRefuse("emailPath");
        (await client.PostAsync("/api/event-sources", new { name = "x", externalIdPath = "a..b", eventName = new { @fixed = "x" } })).ShouldRefuse("externalIdPath");
    }

    [Test]
    public async Task E0_L3_erasing_a_contact_forgets_deliveries_that_named_it_by_id_and_found_nobody()
    {
        var client = await App.RegisterAsync();
        var source = await Source.CreateAsync(client, ById);
        (await source.PostAsync("""{"user":{"id":"u1"},"event":"signUp","secret":"s"}""")).ShouldBe(200);
        (await source.PostAsync("""{"user":{"id":"u2"},"event":"signUp","secret":"s"}""")).ShouldBe(200);
        (await client.PostAsync("/api/events/send", new { email = "ada@example.com", externalId = "u1", eventName = "x" })).ShouldBe(200);
        var contact = (await client.ItemsAsync("/api/contacts")).Single().Text("id");

        (await client.DeleteAsync($"/api/contacts/{contact}")).ShouldBe(204);

        var payloads = new List<string?>();
        foreach (var item in await source.DeliveriesAsync())
        {
            payloads.Add((await client.GetAsync($"/api/deliveries/{item.Text("id")}")).ShouldBe(200).Json.GetProperty("payload").GetString());
        }

        payloads.Should().HaveCount(2);
        payloads[0].Should().Contain("u2");
        payloads[1].Should().BeNull();
    }
}
