namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>Customer.io's own client against Sendra.</summary>
internal sealed class CustomerioClientTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task Events_sent_by_its_client_are_in_the_log()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        (await owner.PostAsync("/api/events/send", new { email = "bob@example.com", externalId = "a/42", eventName = "signUp" })).ShouldBe(200);

        var results = await Clients.RunAsync("customerio", App.Node.Address, program.ApiKey!,
            ("track", ["ada@example.com", new { name = "purchase", data = new { price = 23.45 }, timestamp = 1_700_000_000 }]),
            ("track", ["a/42", new { name = "purchase", timestamp = "2023-11-14T22:13:20Z" }]),
            ("track", ["a/42", new { name = "purchase", timestamp = 1_700_000_000_000L }]),
            ("trackPageView", ["a/42", "/pricing"]),
            ("track", ["nobody", new { name = "purchase" }]));

        results[..4].Should().AllSatisfy(result => result.Value().EnumerateObject().Should().BeEmpty());
        results[4].Error().ShouldHave(("name", "CustomerIORequestError"), ("statusCode", 400), ("message", "No contact has this id. Send it once together with the email."));
        var events = await owner.EventsAsync();
        events.Select(one => one.GetProperty("eventName").GetString()).Should().Equal("/pricing", "purchase", "purchase", "purchase", "signUp");
        events[3].ShouldHave(("email", "ada@example.com"), ("properties", new { price = 23.45 }), ("origin", new { type = "api", client = "customerio" }));
        events[1..4].Should().AllSatisfy(one => one.ShouldHave(("occurredAt", "2023-11-14T22:13:20Z")));
        events[..3].Should().AllSatisfy(one => one.ShouldHave(("email", "bob@example.com")));
    }

    [Test]
    public async Task An_events_id_makes_a_repeat_harmless()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        var results = await Clients.RunAsync("customerio", App.Node.Address, program.ApiKey!,
            ("track", ["ada@example.com", new { name = "purchase", id = "01HDPH3FZ8Q1D6A7TJQ0Y9XNRB" }]),
            ("track", ["ada@example.com", new { name = "purchase", id = "01HDPH3FZ8Q1D6A7TJQ0Y9XNRB", data = new { retried = true } }]));

        results.Should().AllSatisfy(result => result.Value().EnumerateObject().Should().BeEmpty());
        (await owner.EventsAsync()).Should().ContainSingle();
    }

    [Test]
    public async Task Errors_have_its_form()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        (string, object[]) send = ("track", ["ada@example.com", new { name = "purchase" }]);

        var results = await Clients.RunAsync("customerio", App.Node.Address, program.ApiKey!,
            ("track", ["ada@example.com", new { name = " purchase" }]),
            ("track", ["ada@example.com", new { name = "purchase", id = "ünfit" }]),
            ("getAccountRegion", []));

        results[0].Error().ShouldHave(("statusCode", 400));
        results[0].Error().GetProperty("message").GetString().Should().StartWith("name ");
        results[1].Error().GetProperty("message").GetString().Should().StartWith("id ");
        results[2].Error().ShouldHave(("statusCode", 404));
        (await Clients.RunAsync("customerio", App.Node.Address, "wrong", send))[0].Error().ShouldHave(("statusCode", 401));
        (await owner.EventsAsync()).Should().BeEmpty();
    }
}
