namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>Resend's own client against Sendra.</summary>
internal sealed class ResendClientTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task Events_sent_by_its_client_are_in_the_log()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        var results = await Clients.RunAsync("resend", App.Node.Address, program.ApiKey!,
            ("events.send", [new { @event = "user.created", email = "Ada@Example.com", payload = new { plan = "pro" } }]));

        results[0].Value().GetProperty("data").ShouldHave(("object", "event"), ("event", "user.created"));
        var logged = await owner.NewestEventAsync();
        logged.ShouldHave(("eventName", "user.created"), ("email", "ada@example.com"), ("properties", new { plan = "pro" }), ("origin", new { type = "api", client = "resend" }));
        var page = (await owner.GetAsync($"/api/events/{logged.GetProperty("id").GetString()}")).ShouldBe(200).Json;
        page.GetProperty("origin").ShouldHave(("client", "resend"));
        (await owner.GetAsync("/api/events/export?format=csv")).ShouldBe(200).Text.Should().Contain(",resend\r\n");
        (await owner.GetAsync("/api/events/export?format=ndjson")).ShouldBe(200).Text.Should().Contain("\"client\":\"resend\"");
    }

    [Test]
    public async Task Its_contact_id_is_ours()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        (await owner.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "signUp" })).ShouldBe(200);
        var id = (await owner.ContactAsync("ada@example.com")).GetProperty("id").GetString()!;

        var results = await Clients.RunAsync("resend", App.Node.Address, program.ApiKey!,
            ("events.send", [new { @event = "user.created", contactId = id }]),
            ("events.send", [new { @event = "user.created", contactId = Guid.NewGuid() }]),
            ("events.send", [new { @event = "user.created", contactId = id, email = "ada@example.com" }]),
            ("events.send", [new { @event = "user.created" }]));

        results[0].Value().GetProperty("error").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await owner.NewestEventAsync()).ShouldHave(("email", "ada@example.com"), ("eventName", "user.created"));
        results[1].Value().GetProperty("error").ShouldHave(("name", "not_found"), ("statusCode", 404));
        results[2].Value().GetProperty("error").ShouldHave(("name", "validation_error"), ("statusCode", 422), ("message", "contact_id must be left out when there is an email."));
        results[3].Value().GetProperty("error").ShouldHave(("name", "validation_error"), ("message", "email is required, or a contact_id."));
        (await owner.EventsAsync()).Should().HaveCount(2);
    }

    [Test]
    public async Task Its_keys_make_repeats_harmless()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        object key = new { idempotencyKey = "user-created/1" };

        var results = await Clients.RunAsync("resend", App.Node.Address, program.ApiKey!,
            ("events.send", [new { @event = "user.created", email = "ada@example.com" }, key]),
            ("events.send", [new { @event = "user.created", email = "ada@example.com" }, key]),
            ("events.send", [new { @event = "user.created", email = "bob@example.com" }, key]));

        results[1].Value().GetProperty("data").ShouldHave(("object", "event"), ("event", "user.created"));
        results[2].Value().GetProperty("error").ShouldHave(("name", "invalid_idempotent_request"), ("statusCode", 409));
        (await owner.EventsAsync()).Should().ContainSingle();
    }

    [Test]
    public async Task Errors_have_its_form()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        var reader = await App.ProgramAsync(owner, "read");
        var pattern = (await owner.PostAsync("/api/event-patterns", new { name = "paid" })).ShouldBe(201).Json.GetProperty("id").GetString();
        (await owner.PutAsync($"/api/event-patterns/{pattern}", new { enforcement = "reject", properties = (object[])[new { name = "amount", type = "number" }] })).ShouldBe(200);
        (string, object[]) send = ("events.send", [new { @event = "paid", email = "ada@example.com", payload = new { amount = 1 } }]);

        var results = await Clients.RunAsync("resend", App.Node.Address, program.ApiKey!,
            ("events.send", [new { @event = "paid", email = "ada@example.com", payload = new { amount = "much" } }]),
            ("events.send", [new { @event = "", email = "ada@example.com" }]),
            ("events.send", [new { @event = "paid", email = "no address" }]),
            ("emails.send", [new { to = "ada@example.com", from = "us@example.com", subject = "Hi", text = "Hi" }]));

        results[0].Value().GetProperty("error").ShouldHave(("name", "validation_error"), ("statusCode", 422));
        results[0].Value().GetProperty("error").GetProperty("message").GetString().Should().Contain("payload.amount");
        results[1].Value().GetProperty("error").ShouldHave(("name", "validation_error"), ("statusCode", 422));
        results[1].Value().GetProperty("error").GetProperty("message").GetString().Should().StartWith("event ");
        results[2].Value().GetProperty("error").GetProperty("message").GetString().Should().StartWith("email ");
        results[3].Value().GetProperty("error").ShouldHave(("name", "not_found"), ("statusCode", 404));
        (await Clients.RunAsync("resend", App.Node.Address, "re_wrong", send))[0].Value().GetProperty("error").ShouldHave(("name", "invalid_api_key"), ("statusCode", 403));
        (await Clients.RunAsync("resend", App.Node.Address, reader.ApiKey!, send))[0].Value().GetProperty("error").ShouldHave(("name", "restricted_api_key"), ("statusCode", 401));
        (await owner.EventsAsync()).Should().BeEmpty();
    }
}
