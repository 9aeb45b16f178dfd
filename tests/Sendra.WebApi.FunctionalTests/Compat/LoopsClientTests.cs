namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>Loops' own client against Sendra.</summary>
internal sealed class LoopsClientTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task Events_sent_by_its_client_are_in_the_log()
    {
        var owner = await App.RegisterAsync(workspaceName: "Analytical Engines");
        var program = await App.ProgramAsync(owner, "events:send");
        (await owner.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);

        var results = await Clients.RunAsync("loops", App.Node.Address, program.ApiKey!,
            ("testApiKey", []),
            ("sendEvent", [new
            {
                email = "ada@example.com",
                userId = "user_1815",
                eventName = "signup",
                eventProperties = new { seats = 3 },
                contactProperties = new { firstName = "Ada", plan = "pro" },
                mailingLists = new { cm06f5v0e45nf0ml5754o9cix = true },
            }]),
            ("sendEvent", [new { userId = "user_1815", eventName = "upgraded" }]),
            ("sendEvent", [new { userId = "nobody", eventName = "upgraded" }]));

        results[0].Value().ShouldHave(("success", true), ("teamName", "Analytical Engines"));
        results[1].Value().ShouldHave(("success", true));
        results[2].Value().ShouldHave(("success", true));
        results[3].Error().ShouldHave(("name", "APIError"), ("statusCode", 400), ("message", "400 - No contact has this userId. Send it once together with the email."));
        var events = await owner.EventsAsync();
        events.Should().HaveCount(2);
        events[0].ShouldHave(("eventName", "upgraded"), ("email", "ada@example.com"), ("origin", new { type = "api", client = "loops" }));
        events[1].ShouldHave(("eventName", "signup"), ("properties", new { seats = 3 }));
        var ada = await owner.ContactAsync("ada@example.com");
        ada.ShouldHave(("firstName", "Ada"), ("externalId", "user_1815"));
        ada.GetProperty("customFields").ShouldHave(("plan", "pro"));
    }

    [Test]
    public async Task A_key_counts_for_24_hours_whatever_the_body()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        object Event(string email) => new { email, eventName = "signup", headers = new Dictionary<string, string> { ["Idempotency-Key"] = "signup-1" } };

        var results = await Clients.RunAsync("loops", App.Node.Address, program.ApiKey!,
            ("sendEvent", [Event("ada@example.com")]), ("sendEvent", [Event("ada@example.com")]), ("sendEvent", [Event("bob@example.com")]));

        results[0].Value().ShouldHave(("success", true));
        results[1].Error().ShouldHave(("statusCode", 409));
        results[1].Error().GetProperty("json").ShouldHave(("success", false));
        results[2].Error().ShouldHave(("statusCode", 409));

        App.Clock.Advance(TimeSpan.FromHours(24.5));
        (await Clients.RunAsync("loops", App.Node.Address, program.ApiKey!, ("sendEvent", [Event("bob@example.com")])))[0].Value().ShouldHave(("success", true));
        (await owner.EventsAsync()).Should().HaveCount(2);
    }

    [Test]
    public async Task Errors_have_its_form()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        var reader = await App.ProgramAsync(owner, "read");

        var results = await Clients.RunAsync("loops", App.Node.Address, program.ApiKey!,
            ("sendEvent", [new { email = "no address", eventName = "signup" }]),
            ("sendEvent", [new { eventName = "signup" }]),
            ("sendEvent", [new { email = "ada@example.com", eventName = "signup", headers = new Dictionary<string, string> { ["Idempotency-Key"] = new('x', 101) } }]),
            ("listMailingLists", []));

        results[0].Error().ShouldHave(("statusCode", 400));
        results[0].Error().GetProperty("json").ShouldHave(("success", false));
        results[0].Error().GetProperty("message").GetString().Should().StartWith("400 - email ");
        results[1].Error().ShouldHave(("name", "ValidationError"));
        results[2].Error().GetProperty("message").GetString().Should().Contain("Idempotency-Key").And.Contain("100");
        results[3].Error().ShouldHave(("statusCode", 404));
        (await Clients.RunAsync("loops", App.Node.Address, "wrong", ("testApiKey", [])))[0].Error().ShouldHave(("statusCode", 401), ("message", "401 - Invalid API key"));
        (await Clients.RunAsync("loops", App.Node.Address, reader.ApiKey!, ("testApiKey", [])))[0].Error().ShouldHave(("statusCode", 403));
        (await owner.EventsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_limit_is_said_in_its_headers()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        await using var limited = await App.StartNodeAsync(new Dictionary<string, string> { ["RateLimits:KeyCallsPerSecond"] = "1" });
        (string, object[]) send = ("sendEvent", [new { email = "ada@example.com", eventName = "signup" }]);

        var results = await Clients.RunAsync("loops", limited.Address, program.ApiKey!, [.. Enumerable.Repeat(send, 40)]);

        var refused = results.First(result => result.TryGetProperty("error", out _)).Error();
        refused.ShouldHave(("name", "RateLimitExceededError"), ("limit", 1), ("remaining", 0));
        results.Count(result => result.TryGetProperty("value", out _)).Should().Be((await owner.EventsAsync()).Length);
    }
}
