namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>What Loops' own client does with contacts.</summary>
internal sealed class LoopsContactTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task Its_client_makes_changes_finds_and_deletes_contacts()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        var results = await Clients.RunAsync("loops", App.Node.Address, program.ApiKey!,
            ("createContactProperty", ["planName", "string"]),
            ("createContact", [new { email = "Ada@Example.com", properties = new { firstName = "Ada", planName = "pro", unknown = 1 }, mailingLists = new { a = true } }]),
            ("createContact", [new { email = "ada@example.com", properties = new { firstName = "Other" } }]),
            ("updateContact", [new { email = "ada@example.com", userId = "1815", properties = new { lastName = "Lovelace" } }]),
            ("updateContact", [new { userId = "1815", properties = new { firstName = (string?)null, subscribed = false } }]),
            ("updateContact", [new { userId = "nobody", properties = new { firstName = "N" } }]),
            ("updateContact", [new { email = "bob@example.com", properties = new { firstName = "Bob" } }]),
            ("findContact", [new { userId = "1815" }]),
            ("findContact", [new { email = "nobody@example.com" }]),
            ("listContactProperties", ["custom"]),
            ("listContactProperties", []),
            ("deleteContact", [new { email = "ada@example.com" }]),
            ("deleteContact", [new { email = "ada@example.com" }]));

        results[0].Value().ShouldHave(("success", true));
        results[1].Value().ShouldHave(("success", true));
        results[2].Error().ShouldHave(("statusCode", 409), ("message", "409 - There is a contact with this email."));
        results[3].Value().ShouldHave(("success", true), ("id", results[1].Value().GetProperty("id").GetString()));
        results[4].Value().ShouldHave(("success", true), ("id", results[1].Value().GetProperty("id").GetString()));
        results[5].Error().ShouldHave(("statusCode", 400), ("message", "400 - email is required, because no contact has this userId."));
        results[6].Value().ShouldHave(("success", true));
        results[7].Value().GetArrayLength().Should().Be(1);
        results[7].Value()[0].ShouldHave(
            ("id", results[1].Value().GetProperty("id").GetString()), ("email", "ada@example.com"), ("firstName", null), ("lastName", "Lovelace"), ("userId", "1815"),
            ("subscribed", false), ("planName", "pro"), ("mailingLists", new { }));
        results[8].Value().GetArrayLength().Should().Be(0);
        results[9].Value().EnumerateArray().Single().ShouldHave(("key", "planName"), ("type", "string"));
        results[10].Value().GetArrayLength().Should().Be(6);
        results[11].Value().ShouldHave(("success", true), ("message", "Contact deleted."));
        results[12].Error().ShouldHave(("statusCode", 404));
        (await owner.ContactAsync("bob@example.com")).ShouldHave(("firstName", "Bob"));
        (await owner.GetAsync("/api/suppressions?email=ada@example.com")).ShouldBe(200).Json.GetProperty("items")[0].ShouldHave(("scope", "marketing"));
    }

    [Test]
    public async Task What_is_no_contact_is_4xx()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        foreach (var (method, path, body) in ((HttpMethod, string, string)[])
        [
            (HttpMethod.Post, "create", "{}"), (HttpMethod.Post, "create", """{"email":7}"""), (HttpMethod.Post, "create", """{"email":"ada@example.com","userId":""}"""),
            (HttpMethod.Post, "create", """{"email":"ada@example.com","subscribed":"no"}"""), (HttpMethod.Put, "update", "{}"), (HttpMethod.Put, "update", ""),
            (HttpMethod.Post, "delete", "{}"), (HttpMethod.Post, "delete", """{"email":"ada@example.com","userId":"1"}"""), (HttpMethod.Post, "properties", """{"name":"x","type":"list"}"""),
            (HttpMethod.Post, "properties", """{"name":"1 x","type":"string"}"""),
        ])
        {
            var answer = await program.SendAsync(method, $"/compat/loops/api/v1/contacts/{path}", CompatWords.Body(body, "application/json"));
            answer.ShouldBe(400).Json.ShouldHave(("success", false));
        }

        (await program.GetAsync("/compat/loops/api/v1/contacts/find")).ShouldBe(400).Json.ShouldHave(("success", false));
        (await program.PostTextAsync("/compat/loops/api/v1/contacts/create", """{"email":"ada@example.com","plan":"pro","mailingLists":{"a":true}}""")).ShouldBe(200)
            .Warnings().Should().Be("mailingLists=notUsed, plan=undeclared");
    }
}
