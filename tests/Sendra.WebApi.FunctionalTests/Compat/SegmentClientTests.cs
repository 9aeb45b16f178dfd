using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>Segment's own client against Sendra, and Customer.io's for its pipelines.</summary>
internal sealed class SegmentClientTests(string provider) : FunctionalTest(provider)
{
    private const string Batch = "/compat/segment/v1/batch";

    [Test]
    public async Task Events_sent_by_its_client_are_in_the_log()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        (await owner.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);

        var results = await Clients.RunAsync("segment", App.Node.Address, program.ApiKey!,
            ("identify", [new { userId = "1815", traits = new { email = "Ada@Example.com", firstName = "Ada", plan = "pro" } }]),
            ("track", [new { userId = "1815", @event = "Order Completed", properties = new { total = 19.9 }, timestamp = "2023-11-14T22:13:20Z" }]),
            ("track", [new { anonymousId = "x", @event = "Signed Up", properties = new { email = "bob@example.com" } }]),
            ("track", [new { userId = "7", @event = "Viewed", context = new { traits = new { email = "eve@example.com" } } }]),
            ("track", [new { userId = "nobody", @event = "Viewed" }]),
            ("page", [new { userId = "1815", name = "Home" }]));

        results.Should().AllSatisfy(result => result.Value().GetString().Should().Be("sent"));
        var events = await owner.EventsAsync();
        events.Select(one => one.GetProperty("email").GetString()).Should().Equal("eve@example.com", "bob@example.com", "ada@example.com");
        events[2].ShouldHave(("eventName", "Order Completed"), ("properties", new { total = 19.9 }), ("occurredAt", "2023-11-14T22:13:20Z"), ("origin", new { type = "api", client = "segment" }));
        var ada = await owner.ContactAsync("ada@example.com");
        ada.ShouldHave(("externalId", "1815"), ("firstName", "Ada"));
        ada.GetProperty("customFields").ShouldHave(("plan", "pro"));
        (await owner.ContactAsync("eve@example.com")).ShouldHave(("externalId", "7"));
        var source = (await SourcesAsync(owner)).Single();
        source.ShouldHave(("kind", "client"), ("name", "Segment: Program"), ("counts", new { processed = 0, skipped = 1, duplicate = 0, refused = 0, ignored = 0, handshake = 0 }));
        var skipped = (await owner.GetAsync($"/api/event-sources/{source.GetProperty("id").GetString()}/deliveries?status=skipped")).ShouldBe(200).Json.GetProperty("items")[0];
        skipped.ShouldHave(("code", "emailMissing"));
    }

    [Test]
    public async Task What_was_skipped_becomes_an_event_once_the_person_is_known()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        (await program.PostAsync(Batch, new { batch = (object[])[Track("u1", "m1"), new { type = "identify", userId = "u1", traits = new { email = "ada@example.com" } }, Track("u1", "m2")] })).ShouldBe(200);

        (await owner.EventsAsync()).Should().ContainSingle("the first was sent before anybody knew who it was");
        var source = (await SourcesAsync(owner)).Single().GetProperty("id").GetString();
        (await owner.PostAsync($"/api/event-sources/{source}/replay-skipped")).ShouldBe(200).Json.ShouldHave(("processed", 1), ("skipped", 0));
        (await owner.EventsAsync()).Should().HaveCount(2);
        (await program.PostAsync(Batch, new { batch = (object[])[Track("u1", "m1"), Track("u1", "m2")] })).ShouldBe(200);
        (await owner.EventsAsync()).Should().HaveCount(2, "a messageId is a delivery's id");
    }

    [Test]
    public async Task Repeats_have_no_effect_also_32_at_once()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        object body = new { batch = (object[])[.. Enumerable.Range(0, 10).Select(number => Track($"u{number}", $"m{number}", $"u{number}@example.com")), Track("u0", "m0", "u0@example.com")] };

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => program.PostAsync(Batch, body)));

        answers.Should().AllSatisfy(answer => answer.ShouldBe(200));
        (await owner.EventsAsync()).Should().HaveCount(10);
        (await SourcesAsync(owner)).Should().ContainSingle();
    }

    [Test]
    public async Task The_key_may_be_in_the_body()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        string Body(string? key) => JsonSerializer.Serialize(new { batch = (object[])[Track("u1", null, "ada@example.com")], sentAt = "2026-01-31T12:00:00Z", writeKey = key });

        (await App.Anonymous().PostTextAsync(Batch, Body(program.ApiKey))).ShouldBe(200).Json.ShouldHave(("success", true));
        (await App.Anonymous().PostTextAsync(Batch, Body("wrong"))).ShouldBe(401).Json.ShouldHave(("success", false));
        (await App.Anonymous().PostTextAsync(Batch, Body(null))).ShouldBe(401);
        (await App.Anonymous().PostTextAsync(Batch, "no JSON")).ShouldBe(401);
        (await App.Anonymous().PostTextAsync("/compat/segment/v1/track", JsonSerializer.Serialize(new { writeKey = program.ApiKey, userId = "u1", @event = "e" }))).ShouldBe(200);
        (await App.Anonymous().PostTextAsync("/compat/plunk/api/v1/track", JsonSerializer.Serialize(new { writeKey = program.ApiKey, email = "ada@example.com", @event = "e" }))).ShouldBe(401);
        (await owner.EventsAsync()).Should().HaveCount(2);
    }

    [Test]
    public async Task Sizes_are_kept_and_bad_calls_are_4xx()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        object Large(int size) => new { batch = (object[])[new { type = "track", @event = "e", properties = new { email = "ada@example.com", x = new string('x', size) } }, Track("u1", null, "ada@example.com")] };

        (await program.PostAsync(Batch, Large(32 * 1024))).ShouldBe(400).Json.ShouldHave(("success", false));
        (await owner.EventsAsync()).Should().BeEmpty("one call that is too large refuses them all");
        (await program.PostAsync(Batch, Large(31 * 1024))).ShouldBe(200);
        (await program.SendAsync(HttpMethod.Post, Batch, CompatWords.Body("{}".PadRight((500 * 1024) + 1), "application/json"), ("Transfer-Encoding", "chunked"))).ShouldBe(400);
        foreach (var wrong in (string[])["", "{", "[]", "null", "{}", """{"batch":{}}""", """{"batch":[1]}""", """{"batch":[null]}""", """{"batch":[{"type":7}]}"""])
        {
            (await program.PostTextAsync(Batch, wrong)).ShouldBe(400).Json.ShouldHave(("success", false));
        }

        (await program.PostTextAsync(Batch, """{"batch":[{"type":"track","event":7,"userId":{"a":1}},{"type":"identify","traits":[1]},{"type":"identify","userId":7,"traits":{"email":"no"}},{"type":"other"},{}]}""")).ShouldBe(200)
            .Warnings().Should().Be("other=notUsed, type=notUsed");
        (await SourcesAsync(owner)).Single().GetProperty("counts").ShouldHave(("skipped", 3));
        (await program.PostTextAsync("/compat/segment/v1/delete", "{}")).ShouldBe(404).Json.ShouldHave(("success", false));
        (await owner.EventsAsync()).Should().HaveCount(2);
    }

    [Test]
    public async Task Customerios_pipelines_send_the_same()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        var results = await Clients.RunAsync("pipelines", App.Node.Address, program.ApiKey!,
            ("identify", [new { userId = "1815", traits = new { email = "ada@example.com", first_name = "Ada" } }]),
            ("track", [new { userId = "1815", @event = "Signed Up" }]),
            ("batch", [(object[])[new { type = "track", userId = "1815", @event = "Paid" }, new { type = "group", userId = "1815", groupId = "g" }]]),
            ("alias", [new { userId = "1815", previousId = "x" }]));

        results.Should().AllSatisfy(result => result.Value().ShouldHave(("success", true)));
        (await owner.EventsAsync()).Select(one => one.GetProperty("eventName").GetString()).Should().Equal("Paid", "Signed Up");
        (await owner.ContactAsync("ada@example.com")).ShouldHave(("firstName", "Ada"));
        (await Clients.RunAsync("pipelines", App.Node.Address, "wrong", ("track", [new { userId = "1815", @event = "Paid" }])))[0].Error()
            .ShouldHave(("statusCode", 401), ("message", "The API key is unknown, revoked or mistyped."));
    }

    private static object Track(string userId, string? messageId, string? email = null) => new { type = "track", userId, messageId, @event = "Viewed", context = new { traits = new { email } } };

    private static async Task<JsonElement[]> SourcesAsync(TestClient client) =>
        [.. (await client.GetAsync("/api/event-sources")).ShouldBe(200).Json.GetProperty("items").EnumerateArray()];
}
