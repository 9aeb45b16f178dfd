namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>Plunk's own client against Sendra.</summary>
internal sealed class PlunkClientTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task Events_sent_by_its_client_are_in_the_log()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        (await owner.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        (await owner.PostAsync("/api/custom-fields", new { name = "coupon", type = "text" })).ShouldBe(201);

        var results = await Clients.RunAsync("plunk", App.Node.Address, program.ApiKey!,
            ("events.track", [new { @event = "signup", email = "ada@example.com", data = new { plan = "pro", coupon = new { value = "SPRING", persistent = false } } }]));

        var logged = await owner.NewestEventAsync();
        logged.ShouldHave(("eventName", "signup"), ("properties", new { plan = "pro", coupon = "SPRING" }), ("origin", new { type = "api", client = "plunk" }));
        var ada = await owner.ContactAsync("ada@example.com");
        ada.GetProperty("customFields").ShouldHave(("plan", "pro"));
        ada.GetProperty("customFields").TryGetProperty("coupon", out var coupon).Should().Be(coupon.ValueKind == System.Text.Json.JsonValueKind.Null);
        results[0].Value().ShouldHave(
            ("success", true),
            ("contact", ada.GetProperty("id").GetString()),
            ("event", logged.GetProperty("id").GetString()),
            ("timestamp", logged.GetProperty("receivedAt").GetString()));
    }

    [Test]
    public async Task Who_is_not_subscribed_gets_no_marketing_and_subscribing_lifts_nothing()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        await Clients.RunAsync("plunk", App.Node.Address, program.ApiKey!,
            ("events.track", [new { @event = "left", email = "ada@example.com", subscribed = false }]),
            ("events.track", [new { @event = "came", email = "ada@example.com", subscribed = true }]));

        var suppressed = (await owner.GetAsync("/api/suppressions?email=ada@example.com")).ShouldBe(200).Json.GetProperty("items");
        suppressed[0].ShouldHave(("scope", "marketing"));
        (await owner.EventsAsync()).Should().HaveCount(2);
    }

    [Test]
    public async Task Errors_have_its_form()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        (string, object[]) track = ("events.track", [new { @event = "signup", email = "ada@example.com" }]);

        var results = await Clients.RunAsync("plunk", App.Node.Address, program.ApiKey!,
            ("events.track", [new { @event = "signup", email = "no address" }]),
            ("events.track", [new { @event = "\u0007", email = "ada@example.com" }]),
            ("emails.send", [new { to = "ada@example.com", subject = "Hi", body = "Hi" }]));

        results[0].Error().GetProperty("message").GetString().Should().StartWith("email ");
        results[1].Error().GetProperty("message").GetString().Should().StartWith("event ");
        results[2].Error().GetProperty("message").GetString().Should().NotBe("Unknown API Error");
        (await Clients.RunAsync("plunk", App.Node.Address, "wrong", track))[0].Error().GetProperty("message").GetString().Should().Contain("API key");
        (await owner.EventsAsync()).Should().BeEmpty();
    }
}
