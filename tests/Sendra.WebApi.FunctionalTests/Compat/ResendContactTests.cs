namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>What Resend's own client does with contacts and suppressions.</summary>
internal sealed class ResendContactTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task Its_client_makes_changes_finds_and_removes_contacts()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        (await owner.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);

        var made = await Clients.RunAsync("resend", App.Node.Address, program.ApiKey!,
            ("contacts.create", [new { email = "Ada@Example.com", firstName = "Ada", lastName = "L", unsubscribed = false, properties = new { plan = "pro" } }]),
            ("contacts.create", [new { email = "bob@example.com", unsubscribed = true }]),
            ("contacts.create", [new { email = "no address" }]));
        var id = made[0].Value().GetProperty("data").GetProperty("id").GetString()!;
        var bob = made[1].Value().GetProperty("data").GetProperty("id").GetString()!;
        var results = await Clients.RunAsync("resend", App.Node.Address, program.ApiKey!,
            ("contacts.update", [new { id, lastName = (string?)null }]),
            ("contacts.get", [new { email = "ada@example.com" }]),
            ("contacts.get", [id]),
            ("contacts.get", ["nobody@example.com"]),
            ("contacts.list", [new { limit = 1 }]),
            ("contacts.list", [new { limit = 1, after = bob }]),
            ("contacts.remove", [new { email = "ada@example.com" }]),
            ("contacts.remove", [id]));

        made[0].Value().GetProperty("data").ShouldHave(("object", "contact"));
        made[2].Value().GetProperty("error").ShouldHave(("name", "validation_error"), ("statusCode", 422));
        results[0].Value().GetProperty("data").ShouldHave(("object", "contact"), ("id", id));
        results[1].Value().GetProperty("data").ShouldHave(
            ("object", "contact"), ("id", id), ("email", "ada@example.com"), ("first_name", "Ada"), ("last_name", null), ("unsubscribed", false),
            ("properties", new { plan = new { type = "string", value = "pro" } }));
        results[2].Value().GetProperty("data").ShouldHave(("id", id));
        results[3].Value().GetProperty("error").ShouldHave(("name", "not_found"), ("statusCode", 404));
        results[4].Value().GetProperty("data").ShouldHave(("object", "list"), ("has_more", true));
        results[4].Value().GetProperty("data").GetProperty("data")[0].ShouldHave(("email", "bob@example.com"), ("unsubscribed", true));
        results[5].Value().GetProperty("data").ShouldHave(("has_more", false));
        results[5].Value().GetProperty("data").GetProperty("data")[0].ShouldHave(("id", id));
        results[6].Value().GetProperty("data").ShouldHave(("object", "contact"), ("contact", id), ("deleted", true));
        results[7].Value().GetProperty("error").ShouldHave(("name", "not_found"));
    }

    [Test]
    public async Task Its_client_suppresses_addresses()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        var results = await Clients.RunAsync("resend", App.Node.Address, program.ApiKey!,
            ("suppressions.add", [new { email = "Ada@Example.com" }]),
            ("suppressions.get", ["ada@example.com"]),
            ("suppressions.list", []),
            ("suppressions.list", [new { origin = "bounce" }]),
            ("suppressions.remove", ["ada@example.com"]),
            ("suppressions.remove", ["ada@example.com"]),
            ("suppressions.get", ["ada@example.com"]),
            ("suppressions.add", [new { email = "no address" }]));

        results[0].Value().GetProperty("data").ShouldHave(("object", "suppression"), ("id", "ada@example.com"));
        results[1].Value().GetProperty("data").ShouldHave(("email", "ada@example.com"), ("origin", "manual"), ("source_id", null));
        results[2].Value().GetProperty("data").GetProperty("data").GetArrayLength().Should().Be(1);
        results[3].Value().GetProperty("data").GetProperty("data").GetArrayLength().Should().Be(0);
        results[4].Value().GetProperty("data").ShouldHave(("object", "suppression"), ("id", "ada@example.com"), ("deleted", true));
        results[5].Value().GetProperty("error").ShouldHave(("name", "not_found"));
        results[6].Value().GetProperty("error").ShouldHave(("name", "not_found"));
        results[7].Value().GetProperty("error").ShouldHave(("name", "validation_error"), ("statusCode", 422));
    }
}
