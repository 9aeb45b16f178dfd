using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventPatterns;

/// <summary>What a pattern asks of its events, through HTTP.</summary>
public sealed class SchemaTests(string provider) : FunctionalTest(provider)
{
    private const string Ada = "ada@example.com";

    private static readonly string[] Pro = ["pro"];

    private static readonly object[] SignUp =
    [
        new { name = "plan", type = "text", required = true, allowed = new[] { "free", "pro" } },
        new { name = "seats", type = "number" },
        new { name = "trial", type = "boolean" },
        new { name = "endsAt", type = "date" },
        new { name = "address", type = "object" },
        new { name = "tags", type = "list" },
    ];

    [Test]
    public async Task Schemas_an_event_that_does_not_fit_is_refused_by_property_and_leaves_nothing()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("signUp");
        await DeclareAsync(client, "signUp", SignUp, "reject");

        var refused = await SendAsync(client, "signUp", """{"plan":"team","seats":"3","trial":1,"endsAt":"soon","address":[],"tags":{},"more":7}""");

        refused.ShouldBeProblem(422, "schemaViolated");
        refused.Json.GetProperty("errors").EnumerateObject().Select(one => one.Name)
            .Should().Equal("eventProperties.plan", "eventProperties.seats", "eventProperties.trial", "eventProperties.endsAt", "eventProperties.address", "eventProperties.tags");
        refused.Json.GetProperty("errors").GetProperty("eventProperties.seats")[0].GetString().Should().Be("eventProperties.seats must be a number, but is \"3\".");
        foreach (var missing in new[] { null, "null", "{}", """{"plan":null}""" })
        {
            (await SendAsync(client, "signUp", missing)).ShouldBeProblem(422, "schemaViolated").Json.GetProperty("errors").EnumerateObject().Should().ContainSingle();
        }

        (await SendAsync(client, "signUp", "[1]")).Json.GetProperty("errors").EnumerateObject().Single().Name.Should().Be("eventProperties");
        (await client.ItemsAsync("/api/events")).Should().BeEmpty();
        (await client.ItemsAsync("/api/contacts")).Should().BeEmpty();
        (await SendAsync(client, "signUp", """{"plan":"pro","seats":3.0,"trial":false,"endsAt":"2026-01-31","address":{},"tags":[],"more":7}""")).ShouldBe(200).Json.Effect().Should().Be((1, 0));
        (await SendAsync(client, "signUp", """{"plan":"free","seats":null}""")).ShouldBe(200);
        (await SendAsync(client, "other", """{"plan":7}""")).ShouldBe(200);
        var dry = await client.PostAsync("/api/events/send", new { email = Ada, eventName = "signUp", dryRun = true });
        dry.ShouldBeProblem(422, "schemaViolated");
    }

    [Test]
    public async Task Schemas_E11_E8_in_a_batch_it_is_rejected_alone_and_a_repeat_says_the_same()
    {
        var client = await App.RegisterAsync();
        await DeclareAsync(client, "signUp", SignUp, "reject");
        var events = new object[] { Event("signUp", "{}"), new { email = "nobody", eventName = "signUp" }, Event("signUp", """{"plan":"pro"}"""), Event("signUp", """{"plan":1}"""), Event("other", "{}") };
        var body = JsonSerializer.Serialize(new { events });

        var first = (await client.EventWithKeyAsync("k", body, "/api/events/batch")).ShouldBe(200).Json;

        (first.GetProperty("accepted").GetInt32(), first.GetProperty("rejected").GetInt32()).Should().Be((2, 3));
        first.GetProperty("results").EnumerateArray().Select(one => one.GetProperty("error") is { ValueKind: JsonValueKind.Object } error
            ? $"{error.Text("code")} {string.Join(' ', error.GetProperty("errors").EnumerateObject().Select(field => field.Name))}" : "-")
            .Should().Equal("schemaViolated eventProperties.plan", "validationFailed email", "-", "schemaViolated eventProperties.plan", "-");
        (await client.ItemsAsync("/api/events")).Should().HaveCount(2);
        var again = (await client.EventWithKeyAsync("k", body, "/api/events/batch")).ShouldBe(200).Json;
        again.GetProperty("results").GetRawText().Should().Be(first.GetProperty("results").GetRawText());
        (await client.ItemsAsync("/api/events")).Should().HaveCount(2);

        // What was refused claims no key: once the schema is mended, the same call counts.
        var single = JsonSerializer.Serialize(Event("signUp", "{}"));
        (await client.EventWithKeyAsync("single", single)).ShouldBeProblem(422, "schemaViolated");
        await DeclareAsync(client, "signUp", SignUp, "none");
        (await client.EventWithKeyAsync("single", single)).ShouldBe(200).Json.GetProperty("duplicate").GetBoolean().Should().BeFalse();
    }

    [Test]
    public async Task Schemas_that_warn_name_each_property_and_the_event_counts()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("signUp");
        await DeclareAsync(client, "signUp", SignUp, "warn");

        var answer = (await SendAsync(client, "signUp", """{"seats":"3"}""")).ShouldBe(200).Json;

        answer.Effect().Should().Be((1, 0));
        answer.GetProperty("warnings").EnumerateArray().Select(one => (one.Text("field"), one.Text("code")))
            .Should().Equal(("eventProperties.plan", "schemaViolated"), ("eventProperties.seats", "schemaViolated"));
        var batch = (await client.PostAsync("/api/events/batch", new { events = new[] { Event("signUp", """{"plan":"pro"}"""), Event("signUp", "{}") } })).ShouldBe(200).Json;
        batch.GetProperty("results").EnumerateArray().Select(one => one.GetProperty("warnings").GetArrayLength()).Should().Equal(0, 1);
    }

    [Test]
    public async Task Schemas_S5_S9_a_delivery_that_does_not_fit_is_skipped_with_its_properties_and_can_be_replayed()
    {
        var client = await App.RegisterAsync();
        await DeclareAsync(client, "signUp", SignUp, "reject");
        var source = (await client.PostAsync("/api/event-sources", new { name = "s", emailPath = "email", eventName = new { @fixed = "signUp" }, deliveryIdPath = "id" })).ShouldBe(201).Json;
        var url = new Uri(source.Text("url")).AbsolutePath;
        async Task<JsonElement> DeliverAsync(object body) => (await App.Anonymous().PostAsync(url, body)).ShouldBe(200).Json;

        var skipped = await DeliverAsync(new { id = "d1", email = Ada, plan = "team", seats = "3" });

        (skipped.Text("status"), skipped.Text("code")).Should().Be(("skipped", "schemaViolated"));
        skipped.Text("reason").Should().Contain("eventProperties.plan").And.Contain("eventProperties.seats");
        (await client.ItemsAsync("/api/contacts")).Should().BeEmpty();
        (await DeliverAsync(new { id = "d2", email = Ada, plan = "pro" })).Text("status").Should().Be("processed");
        var delivery = (await client.ItemsAsync($"/api/event-sources/{source.Text("id")}/deliveries?status=skipped")).Single().Text("id");
        (await client.PostAsync($"/api/deliveries/{delivery}/replay")).ShouldBe(200).Json.Text("status").Should().Be("skipped");
        await DeclareAsync(client, "signUp", SignUp, "warn");
        (await client.PostAsync($"/api/deliveries/{delivery}/replay")).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await DeliverAsync(new { id = "d1", email = Ada, plan = "team" })).Text("status").Should().Be("duplicate");
        (await client.ItemsAsync("/api/events")).Should().HaveCount(2);
    }

    [Test]
    public async Task Schemas_an_edit_counts_from_the_next_event_on_every_node()
    {
        var client = await App.RegisterAsync();
        await using var node = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        var id = await DeclareAsync(client, "signUp", SignUp, "none");
        for (var i = 0; i < 6; i++)
        {
            (await client.PatchAsync($"/api/event-patterns/{id}", new { enforcement = i % 2 == 0 ? "reject" : "none" })).ShouldBe(200);
            (await SendAsync(other, "signUp", "{}")).Status.Should().Be(i % 2 == 0 ? 422 : 200);
        }

        (await client.PutAsync($"/api/event-patterns/{id}", new { enforcement = "reject", properties = Array.Empty<object>() })).ShouldBe(200);
        (await SendAsync(other, "signUp", "{}")).ShouldBe(200);
        (await client.PutAsync($"/api/event-patterns/{id}", new { properties = SignUp })).ShouldBe(200).Json.Text("enforcement").Should().Be("reject");
        (await SendAsync(other, "signUp", "{}")).ShouldBeProblem(422, "schemaViolated");
        (await client.DeleteAsync($"/api/event-patterns/{id}")).ShouldBe(204);
        (await SendAsync(other, "signUp", "{}")).ShouldBe(200);
    }

    [Test]
    public async Task Schemas_are_learned_from_what_came_and_keep_what_was_said()
    {
        var client = await App.RegisterAsync();
        foreach (var json in new[]
        {
            """{"plan":"pro","seats":3,"trial":true,"endsAt":"2026-01-31","at":"2026-01-31T10:00:00Z","mixed":1,"address":{"a":1},"tags":[],"none":null}""",
            """{"plan":"free","seats":4.5,"endsAt":"someday","at":"2026-02-28","mixed":"1","address":{},"tags":[1]}""",
        })
        {
            (await SendAsync(client, "signUp", json)).ShouldBe(200);
        }

        var id = await DeclareAsync(client, "signUp", [new { name = "plan", type = "text", allowed = Pro }], "warn");
        var learned = (await client.PostAsync($"/api/event-patterns/{id}/learn")).ShouldBe(200).Json;

        Properties(learned).Should().Equal(
            "plan text False", "address object True", "at date True", "endsAt text True", "seats number True", "tags list True", "trial boolean False");
        learned.Text("enforcement").Should().Be("warn");
        Properties((await client.ItemsAsync("/api/event-patterns?query=signUp"))[0]).Should().HaveCount(7);
        (await SendAsync(client, "signUp", """{"plan":"pro","seats":1,"endsAt":"x","at":"2026-01-01","address":{},"tags":[]}""")).Json.GetProperty("warnings").GetArrayLength().Should().Be(0);
        var never = (await client.PostAsync("/api/event-patterns", new { name = "never" })).ShouldBe(201).Json.Text("id");
        Properties((await client.PostAsync($"/api/event-patterns/{never}/learn")).ShouldBe(200).Json).Should().BeEmpty();
    }

    [Test]
    public async Task Schemas_that_are_wrong_are_refused_by_field()
    {
        var client = await App.RegisterAsync();
        var id = (await client.PostAsync("/api/event-patterns", new { name = "e", description = "d" })).ShouldBe(201).Json.Text("id");
        foreach (var (body, field) in new (string, string)[]
        {
            ("""{"properties":[{"type":"text"}]}""", "properties[0].name"),
            ("""{"properties":[{"name":"","type":"text"}]}""", "properties[0].name"),
            ("""{"properties":[{"name":"a\u0000","type":"text"}]}""", "properties[0].name"),
            ($$"""{"properties":[{"name":"{{new string('a', 101)}}","type":"text"}]}""", "properties[0].name"),
            ("""{"properties":[{"name":"a","type":"text"},{"name":"a","type":"number"}]}""", "properties[1].name"),
            ("""{"properties":[{"name":"a"}]}""", "properties[0].type"),
            ("""{"properties":[null]}""", "properties[0]"),
            ("""{"properties":[{"name":"a","type":"text","allowed":[]}]}""", "properties[0].allowed"),
            ("""{"properties":[{"name":"a","type":"text","allowed":[1]}]}""", "properties[0].allowed"),
            ("""{"properties":[{"name":"a","type":"text","allowed":[null]}]}""", "properties[0].allowed"),
            ("""{"properties":[{"name":"a","type":"list","allowed":[[]]}]}""", "properties[0].allowed"),
            ($$"""{"properties":[{"name":"a","type":"text","allowed":["{{new string('a', 201)}}"]}]}""", "properties[0].allowed"),
            ($$"""{"properties":[{"name":"a","type":"number","allowed":[{{string.Join(',', Enumerable.Range(0, 51))}}]}]}""", "properties[0].allowed"),
            ($$"""{"properties":[{{string.Join(',', Enumerable.Range(0, 101).Select(i => $$"""{"name":"p{{i}}","type":"text"}"""))}}]}""", "properties"),
            ($$"""{"properties":[{{string.Join(',', Enumerable.Range(0, 10).Select(i => $$"""{"name":"p{{i}}","type":"text","allowed":[{{string.Join(',', Enumerable.Range(0, 50).Select(v => $"\"{v}{new string('x', 100)}\""))}}]}"""))}}]}""", "properties"),
        })
        {
            (await client.SendAsync(HttpMethod.Patch, $"/api/event-patterns/{id}", new StringContent(body, System.Text.Encoding.UTF8, "application/json")))
                .ShouldBe(400).Json.GetProperty("errors").EnumerateObject().Select(one => one.Name).Should().Equal([field], body[..Math.Min(body.Length, 120)]);
        }

        foreach (var body in new object[] { new { enforcement = "maybe" }, new { properties = 7 }, new { properties = new[] { new { name = "a", type = "texts" } } }, new { name = "other" } })
        {
            (await client.PatchAsync($"/api/event-patterns/{id}", body)).ShouldBe(400);
        }

        var same = (await client.PatchAsync($"/api/event-patterns/{id}", new { })).ShouldBe(200).Json;
        (same.Text("description"), same.Text("enforcement"), same.GetProperty("properties").GetArrayLength()).Should().Be(("d", "none", 0));
        (await client.PatchAsync($"/api/event-patterns/{id}", new { enforcement = "warn" })).ShouldBe(200).Json.Text("description").Should().Be("d");
    }

    // Events as their documentation shows them.
    [TestCase(
        "joinedMission",
        """{"missionName":"Apollo 11","missionDate":"1969-07-16","crewSize":3,"isLunar":true}""",
        """{"missionName":11,"missionDate":"July 16","isLunar":"yes"}""",
        "missionName missionDate crewSize isLunar",
        TestName = "Schemas_take_events_of_Loops")]
    [TestCase(
        "purchase",
        """{"price":23.45,"product":"socks","quantity":2,"recipient":"jane@example.com","gift":false,"items":[{"sku":"S-1","price":11.72},{"sku":"S-2","price":11.73}]}""",
        """{"price":"23.45","product":null,"quantity":2,"gift":0,"items":{"sku":"S-1"}}""",
        "price product recipient gift items",
        TestName = "Schemas_take_events_of_Customer_io")]
    [TestCase(
        "Order Completed",
        """{"checkout_id":"fksdjfsdjfisjf9sdfjsd9f","order_id":"50314b8e9bcf000000000000","affiliation":"Google Store","subtotal":22,"total":27.50,"revenue":25.00,"shipping":3,"tax":2,"discount":2.5,"coupon":"hasbros","currency":"USD","products":[{"product_id":"507f1f77bcf86cd799439011","sku":"45790-32","name":"Monopoly: 3rd Edition","price":19,"quantity":1,"category":"Games","url":"https://www.example.com/product/path","image_url":"https:///www.example.com/product/path.jpg"},{"product_id":"505bd76785ebb509fc183733","sku":"46493-32","name":"Uno Card Game","price":3,"quantity":2,"category":"Games"}]}""",
        """{"checkout_id":"fksdjfsdjfisjf9sdfjsd9f","order_id":50314,"affiliation":"Google Store","subtotal":22,"total":"27.50","revenue":25.00,"shipping":3,"tax":2,"discount":2.5,"coupon":"hasbros","currency":"USD","products":[]}""",
        "order_id total",
        TestName = "Schemas_take_events_of_Segment")]
    public async Task Schemas_take_published_events(string name, string good, string bad, string named)
    {
        var client = await App.RegisterAsync();
        var legal = name.Replace(" ", "", StringComparison.Ordinal);
        (await SendAsync(client, legal, good)).ShouldBe(200);
        var id = (await client.PostAsync("/api/event-patterns", new { name = legal })).ShouldBe(201).Json.Text("id");
        (await client.PostAsync($"/api/event-patterns/{id}/learn")).ShouldBe(200);
        (await client.PatchAsync($"/api/event-patterns/{id}", new { enforcement = "reject" })).ShouldBe(200);

        (await SendAsync(client, legal, good)).ShouldBe(200);
        (await SendAsync(client, legal, bad)).ShouldBeProblem(422, "schemaViolated")
            .Json.GetProperty("errors").EnumerateObject().Select(one => one.Name).Should().BeEquivalentTo(named.Split(' ').Select(one => $"eventProperties.{one}"));
    }

    private static string[] Properties(JsonElement pattern) =>
        [.. pattern.GetProperty("properties").EnumerateArray().Select(one => $"{one.Text("name")} {one.Text("type")} {one.GetProperty("required").GetBoolean()}")];

    private static async Task<string> DeclareAsync(TestClient client, string name, object[] properties, string enforcement)
    {
        var id = (await client.PostAsync("/api/event-patterns", new { name })).Json.Text("id");
        (await client.PutAsync($"/api/event-patterns/{id}", new { properties, enforcement })).ShouldBe(200).Json.Text("enforcement").Should().Be(enforcement);
        return id;
    }

    private static object Event(string eventName, string? properties) =>
        new { email = Ada, eventName, eventProperties = properties is null ? (JsonElement?)null : JsonElement.Parse(properties) };

    private static Task<Answer> SendAsync(TestClient client, string eventName, string? properties) => client.PostAsync("/api/events/send", Event(eventName, properties));
}
