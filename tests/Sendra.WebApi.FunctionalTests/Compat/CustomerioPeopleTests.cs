namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>What Customer.io's own client does with people.</summary>
internal sealed class CustomerioPeopleTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task Its_client_identifies_suppresses_and_deletes_people()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        (await owner.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);

        var results = await Clients.RunAsync("customerio", App.Node.Address, program.ApiKey!,
            ("identify", ["1815", new { email = "Ada@Example.com", first_name = "Ada", plan = "pro", created_at = 1_700_000_000 }]),
            ("identify", ["1815", new { plan = "team" }]),
            ("identify", ["bob@example.com", new { firstName = "Bob", unsubscribed = true }]),
            ("identify", ["nobody", new { plan = "pro" }]),
            ("track", ["1815", new { name = "purchase" }]),
            ("suppress", ["1815"]),
            ("destroy", ["bob@example.com"]),
            ("destroy", ["bob@example.com"]),
            ("suppress", ["nobody"]));

        results[3].Error().ShouldHave(("statusCode", 400), ("message", "email is required, because no person has this id."));
        results[8].Error().ShouldHave(("statusCode", 400));
        results.Where((_, index) => index is not (3 or 8)).Should().AllSatisfy(result => result.Value().EnumerateObject().Should().BeEmpty());
        var ada = await owner.ContactAsync("ada@example.com");
        ada.ShouldHave(("externalId", "1815"), ("firstName", "Ada"));
        ada.GetProperty("customFields").ShouldHave(("plan", "team"));
        ada.GetProperty("suppression").ShouldHave(("scope", "all"));
        (await owner.NewestEventAsync()).ShouldHave(("email", "ada@example.com"), ("eventName", "purchase"));
        (await owner.GetAsync("/api/contacts?email=bob@example.com")).ShouldBe(200).Json.GetProperty("items").GetArrayLength().Should().Be(0);
        (await Clients.RunAsync("customerio", App.Node.Address, program.ApiKey!, ("unsuppress", ["1815"]), ("unsuppress", ["1815"])))
            .Should().AllSatisfy(result => result.Value().EnumerateObject().Should().BeEmpty());
        (await owner.GetAsync("/api/suppressions?email=ada@example.com")).ShouldBe(200).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task Its_second_version_does_the_same()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        static object Person(object identifiers, string action, object? attributes = null, string? name = null, string? id = null) =>
            new { type = "person", identifiers, action, attributes, name, id };

        var results = await Clients.RunAsync("customerio", App.Node.Address, program.ApiKey!,
            ("entity", [Person(new { id = "1815" }, "identify", new { email = "ada@example.com", first_name = "Ada" })]),
            ("batch", [(object[])
            [
                Person(new { email = "bob@example.com" }, "identify", new { last_name = "B" }),
                Person(new { id = 1815 }, "event", new { price = 1.5 }, "purchase", "once"),
                Person(new { id = "1815" }, "event", new { price = 1.5 }, "purchase", "once"),
                Person(new { email = "ada@example.com" }, "suppress"),
            ]]),
            ("batch", [(object[])[Person(new { id = "nobody" }, "event", name: "purchase"), Person(new { email = "bob@example.com" }, "event", name: "viewed"), new { type = "object" }]]),
            ("entity", [Person(new { id = "1815" }, "merge")]),
            ("entity", [new { type = "person", action = "event" }]));

        results[0].Value().EnumerateObject().Should().BeEmpty();
        results[1].Value().EnumerateObject().Should().BeEmpty();
        var errors = results[2].Value().GetProperty("errors").EnumerateArray().ToArray();
        errors.Should().HaveCount(2);
        errors[0].ShouldHave(("batch_index", 0), ("reason", "invalid"));
        errors[1].ShouldHave(("batch_index", 2), ("field", "type"));
        results[3].Error().ShouldHave(("statusCode", 400), ("message", "action must be identify, event, delete, suppress or unsuppress."));
        results[4].Error().ShouldHave(("statusCode", 400), ("message", "identifiers must have an id or an email."));
        var events = await owner.EventsAsync();
        events.Should().HaveCount(2);
        events[0].ShouldHave(("eventName", "viewed"), ("email", "bob@example.com"));
        events[1].ShouldHave(("eventName", "purchase"), ("email", "ada@example.com"), ("properties", new { price = 1.5 }));
        (await owner.ContactAsync("ada@example.com")).GetProperty("suppression").ShouldHave(("scope", "all"));
    }
}
