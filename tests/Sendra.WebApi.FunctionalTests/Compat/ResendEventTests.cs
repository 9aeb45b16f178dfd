namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>What Resend's own client does with event names.</summary>
internal sealed class ResendEventTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task Its_client_declares_names_with_schemas_that_are_kept()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send", "manage");

        var results = await Clients.RunAsync("resend", App.Node.Address, program.ApiKey!,
            ("events.create", [new { name = "user.created", schema = new { plan = "string", seats = "number" } }]),
            ("events.create", [new { name = "user.left" }]),
            ("events.create", [new { name = "no name" }]),
            ("events.create", [new { name = "other", schema = new { plan = "list" } }]),
            ("events.send", [new { @event = "user.created", email = "ada@example.com", payload = new { plan = "pro", seats = 3 } }]),
            ("events.send", [new { @event = "user.created", email = "ada@example.com", payload = new { plan = 7 } }]),
            ("events.get", ["user.created"]),
            ("events.list", [new { limit = 1 }]),
            ("events.update", ["user.created", new { schema = (object?)null }]),
            ("events.send", [new { @event = "user.created", email = "ada@example.com", payload = new { plan = 7 } }]),
            ("events.remove", ["user.left"]),
            ("events.get", ["user.left"]));

        var id = results[0].Value().GetProperty("data").GetProperty("id").GetString();
        results[0].Value().GetProperty("data").ShouldHave(("object", "event"));
        results[2].Value().GetProperty("error").ShouldHave(("name", "validation_error"), ("statusCode", 422));
        results[3].Value().GetProperty("error").ShouldHave(("message", "schema.plan must be string, number, boolean or date."));
        results[4].Value().GetProperty("data").ShouldHave(("event", "user.created"));
        results[5].Value().GetProperty("error").ShouldHave(("name", "validation_error"), ("statusCode", 422));
        results[6].Value().GetProperty("data").ShouldHave(
            ("object", "event"), ("id", id), ("name", "user.created"), ("schema", new { plan = "string", seats = "number" }), ("updated_at", null));
        results[7].Value().GetProperty("data").ShouldHave(("object", "list"), ("has_more", true));
        results[8].Value().GetProperty("data").ShouldHave(("object", "event"), ("id", id));
        results[9].Value().GetProperty("data").ShouldHave(("event", "user.created"));
        results[10].Value().GetProperty("data").ShouldHave(("object", "event"), ("deleted", true));
        results[11].Value().GetProperty("error").ShouldHave(("name", "not_found"), ("statusCode", 404));
        (await Clients.RunAsync("resend", App.Node.Address, program.ApiKey!, ("events.list", [new { after = id }])))[0].Value().GetProperty("data").ShouldHave(("has_more", false));
        (await owner.EventsAsync()).Should().HaveCount(2);
    }
}
