using System.Text;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Contacts;

public sealed class ImportTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task A_file_becomes_contacts_line_by_line_and_what_is_wrong_is_named_by_its_line()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "seats", type = "number" })).ShouldBe(201);
        (await ada.PostAsync("/api/custom-fields", new { name = "vip", type = "boolean" })).ShouldBe(201);
        await ada.SaveContactAsync(new { email = "bob@example.com", firstName = "Bob", lastName = "Stone" });

        var import = await ada.ImportAsync(
            "E-mail;First name;Seats;VIP;Color\r\n"
            + "BOB@example.com;Robert;1.10;yes;red\r\n"
            + "\r\n"
            + "\"eve@example.com\";\"Eve;\r\n the \"\"first\"\"\";;no;blue\r\n"
            + "nobody;X;1;;\r\n"
            + "zoe@example.com;Zoë;many;;\r\n"
            + "eve@example.com;;7;;",
            """?fileName=people.csv&mapping={"E-mail":"email","First name":"firstName","Seats":"seats","VIP":"vip"}""");

        import.Text("status").Should().Be("completed");
        import.Text("fileName").Should().Be("people.csv");
        import.GetProperty("lines").GetInt32().Should().Be(5);
        import.Figures().Should().Be((2, 2, 1, 1));
        import.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("refused").GetBoolean()))
            .Should().Equal((6, true), (7, false));
        var bob = (await ada.ItemsAsync("/api/contacts?email=bob@example.com")).Single();
        bob.Text("firstName").Should().Be("Robert");
        bob.Text("lastName").Should().Be("Stone");
        bob.GetProperty("customFields").GetRawText().Should().Be("""{"seats":1.10,"vip":true}""");
        var eve = (await ada.ItemsAsync("/api/contacts?email=eve@example.com")).Single();
        eve.Text("firstName").Should().Be("Eve;\r\n the \"first\"");
        eve.GetProperty("customFields").GetRawText().Should().Be("""{"vip":false,"seats":7}""");

        var errors = (await ada.GetAsync($"/api/contacts/import/{import.Text("id")}/errors")).ShouldBe(200).Text;
        errors.Should().Contain("6,refused,\"email must be one email address, like ada@example.com.\",nobody;X;1;;").And.Contain("7,saved,").And.NotContain("zoe@example.com");
    }

    [Test]
    public async Task Lines_of_JSON_are_taken_as_the_list_exports_them()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        await ada.SaveContactAsync(new { email = "bob@example.com", externalId = "u1", firstName = "Bob", plan = "pro" });
        var exported = (await ada.GetAsync("/api/contacts/export?format=ndjson")).ShouldBe(200).Text;
        var other = await App.RegisterAsync();
        (await other.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);

        var import = await other.ImportAsync(exported + "not json\n\n[]\n{\"email\":\"a@example.com\",\"email\":\"b@example.com\"}\n{\"email\":\"a@example.com\",\"firstName\":\"\\ud800\"}\n", type: "application/x-ndjson");

        import.Figures().Should().Be((1, 0, 4, 0));
        import.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32()).Should().Equal(2, 4, 5, 6);
        var bob = (await other.ItemsAsync("/api/contacts")).Single();
        bob.Text("externalId").Should().Be("u1");
        bob.GetProperty("customFields").GetRawText().Should().Be("""{"plan":"pro"}""");
    }

    [Test]
    public async Task A_large_file_is_saved_whole_and_a_small_one_fits_into_JSON()
    {
        var ada = await App.RegisterAsync();
        var file = new StringBuilder("email,name\n");
        for (var i = 0; i < 1_234; i++)
        {
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"p{i}@example.com,Person {i}\n");
        }

        (await ada.ImportAsync(file.ToString())).Figures().Should().Be((1_234, 0, 0, 0));
        (await ada.ImportAsync(file.ToString())).Figures().Should().Be((0, 1_234, 0, 0));
        (await ada.ItemsAsync("/api/contacts?query=p1233")).Should().ContainSingle().Which.Text("name").Should().Be("Person 1233");

        var small = (await ada.PostAsync("/api/contacts/import", new { csv = "mail\nbob@example.com", mapping = new { mail = "email" } })).ShouldBe(202).Json;
        (await ada.UntilImportedAsync(small.Text("importId"))).Figures().Should().Be((1, 0, 0, 0));
        (await ada.ItemsAsync("/api/contacts/import")).Should().HaveCount(3);
    }

    [Test]
    public async Task H1_a_file_that_cannot_be_read_is_refused_and_leaves_nothing()
    {
        var ada = await App.RegisterAsync();

        (await PostAsync("")).ShouldRefuse("body");
        (await PostAsync("name\nBob")).ShouldRefuse("mapping");
        (await PostAsync("email\nbob@example.com", "?mapping=5")).ShouldRefuse("mapping");
        (await PostAsync("email\nbob@example.com", """?mapping={"email":"email","x":"name"}""")).ShouldRefuse("mapping");
        (await PostAsync("email,b\nbob@example.com", """?mapping={"email":"email","b":"colour"}""")).ShouldRefuse("mapping");
        (await PostAsync("email\nbob@example.com\nx\0y")).ShouldRefuse("body");
        (await PostAsync($"email\nbob@example.com\n\"{new string('x', 100_000)}\"")).ShouldRefuse("body");
        (await ada.SendAsync(HttpMethod.Post, "/api/contacts/import", new ByteArrayContent([.. "email\n"u8, 0xE9]) { Headers = { { "Content-Type", "text/csv" } } })).ShouldRefuse("body");
        (await ada.SendAsync(HttpMethod.Post, "/api/contacts/import", new StringContent("x", Encoding.UTF8, "text/plain"))).ShouldBeProblem(415, "unsupportedMediaType");
        (await ada.PostAsync("/api/contacts/import", new { csv = "email", ndjson = "{}" })).ShouldRefuse("ndjson");
        (await ada.ItemsAsync("/api/contacts")).Should().BeEmpty();
        (await ada.ItemsAsync("/api/contacts/import")).Should().OnlyContain(import => import.Text("status") == "interrupted");

        Task<Answer> PostAsync(string file, string query = "") => ada.SendAsync(HttpMethod.Post, $"/api/contacts/import{query}", new StringContent(file, Encoding.UTF8, "text/csv"));
    }

    [Test]
    public async Task W8_a_workspace_runs_one_import_at_a_time()
    {
        var ada = await App.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ada.SendAsync(
            HttpMethod.Post, "/api/contacts/import", new StringContent($"email\np{i}@example.com", Encoding.UTF8, "text/csv"))));

        answers.Should().OnlyContain(answer => (int)answer.Status == 202 || (int)answer.Status == 409);
        foreach (var started in answers.Where(answer => (int)answer.Status == 202))
        {
            (await ada.UntilImportedAsync(started.Json.Text("importId"))).Figures().Should().Be((1, 0, 0, 0));
        }

        (await ada.ItemsAsync("/api/contacts")).Should().HaveCount(answers.Count(answer => (int)answer.Status == 202));
    }
}
