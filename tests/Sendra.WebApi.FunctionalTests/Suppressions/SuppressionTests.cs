using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Suppressions;

public sealed class SuppressionTests(string provider) : FunctionalTest(provider)
{
    private const string Path = ConsentWords.Path;

    [Test]
    public async Task M3_an_address_is_suppressed_once_and_lifted_again()
    {
        var ada = await App.RegisterAsync();
        var made = (await ada.PostAsync(Path, new { email = " Bob@Example.com " })).ShouldBe(201).Json;
        (made.Text("email"), made.Text("scope"), made.Text("origin")).Should().Be(("bob@example.com", "all", "manual"));
        made.GetProperty("at").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromSeconds(10), "the server's time counts");
        App.Clock.Advance(TimeSpan.FromHours(1));

        (await ada.PostAsync(Path, new { email = "bob@example.com", scope = "all" })).ShouldBe(200).Json.GetRawText().Should().Be(made.GetRawText());
        (await ada.PostAsync(Path, new { email = "bob@example.com", scope = "marketing" })).ShouldBe(200).Json.GetRawText().Should().Be(made.GetRawText(), "wider stays");
        (await ada.ItemsAsync(Path)).Single().GetRawText().Should().Be(made.GetRawText());
        (await ada.ItemsAsync("/api/contacts")).Should().BeEmpty("an address needs no contact");
        (await (await App.RegisterAsync()).ItemsAsync(Path)).Should().BeEmpty("it is another workspace");

        (await ada.DeleteAsync($"{Path}/BOB@example.com")).ShouldBe(204);
        (await ada.DeleteAsync($"{Path}/bob@example.com")).ShouldBeProblem(404, "suppressionNotFound");
        (await ada.DeleteAsync($"{Path}/nobody")).ShouldBeProblem(404, "suppressionNotFound");
        (await ada.ItemsAsync(Path)).Should().BeEmpty();
    }

    [Test]
    public async Task M3_a_wider_scope_replaces_a_narrower_one_with_its_own_origin_and_time()
    {
        var ada = await App.RegisterAsync();
        var before = (await ada.PostAsync(Path, new { email = "bob@example.com", scope = "marketing" })).ShouldBe(201).Json;
        App.Clock.Advance(TimeSpan.FromHours(1));

        (await ada.PostAsync($"{Path}/import", new { csv = "bob@example.com", scope = "all" })).ShouldBe(200);

        var after = (await ada.ItemsAsync(Path)).Single();
        (after.Text("scope"), after.Text("origin")).Should().Be(("all", "import"));
        (after.GetProperty("at").GetDateTimeOffset() - before.GetProperty("at").GetDateTimeOffset()).Should().BeGreaterThan(TimeSpan.FromMinutes(59));
    }

    [TestCase("""{"email":"bob"}""", "email")]
    [TestCase("""{}""", "email")]
    [TestCase("""{"email":"bob@example.com","scope":"some"}""", "scope")]
    [TestCase("""{"email":"bob@example.com","scope":1}""", "scope")]
    public async Task M3_what_is_no_address_or_scope_is_refused_by_name(string body, string field) =>
        (await (await App.RegisterAsync()).PostTextAsync(Path, body)).ShouldRefuse(field);

    [Test]
    public async Task M3_the_list_is_paged_newest_first_and_filtered()
    {
        var ada = await App.RegisterAsync();
        for (var i = 0; i < 3; i++)
        {
            (await ada.PostAsync(Path, new { email = $"m{i}@example.com", scope = "marketing" })).ShouldBe(201);
            (await ada.PostAsync($"{Path}/import", new { items = (object[])[new { email = $"i{i}@example.com" }] })).ShouldBe(200);
        }

        (await ada.ReadAllAsync(Path, "email")).Should().Equal(
            "i2@example.com", "m2@example.com", "i1@example.com", "m1@example.com", "i0@example.com", "m0@example.com");
        (await ada.ReadAllAsync($"{Path}?scope=marketing", "email")).Should().Equal("m2@example.com", "m1@example.com", "m0@example.com");
        (await ada.ReadAllAsync($"{Path}?origin=import", "email")).Should().Equal("i2@example.com", "i1@example.com", "i0@example.com");
        (await ada.ReadAllAsync($"{Path}?origin=import&scope=marketing", "email")).Should().BeEmpty();
        (await ada.ReadAllAsync($"{Path}?email=M1@example.com", "email")).Should().Equal("m1@example.com");
        (await ada.ReadAllAsync($"{Path}?email=other@example.com", "email")).Should().BeEmpty();
        (await ada.GetAsync($"{Path}?scope=some")).ShouldRefuse("scope");
        (await ada.GetAsync($"{Path}?origin=some")).ShouldRefuse("origin");
        (await ada.GetAsync($"{Path}?email=nobody")).ShouldRefuse("email");
        await ada.ShouldPageStrictlyAsync(Path);
    }

    [Test]
    public async Task M3_an_import_says_what_is_wrong_with_each_line_and_takes_the_others()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync(Path, new { email = "known@example.com" })).ShouldBe(201);
        const string Csv = "\uFEFFName;E-Mail;Email;Scope\r\nBob;x;BOB@example.com;marketing\r\n\r\nEve;x;eve;all\r\n\"Z; z\";x;zoe@example.com;\r\nKim;x;kim@example.com;some\r\nDup;x;zoe@example.com;marketing\r\nK;x;known@example.com;marketing";

        var answer = (await ada.PostAsync($"{Path}/import", new { csv = Csv, scope = "all" })).ShouldBe(200).Json;

        answer.GetRawText().Should().Be(
            """{"added":2,"unchanged":2,"rejected":2,"errors":[{"line":4,"message":"email must be one email address, like ada@example.com."},{"line":6,"message":"scope must be marketing or all."}]}""");
        (await ada.SuppressionAsync("bob@example.com")).Should().Be("bob@example.com marketing import");
        (await ada.SuppressionAsync("zoe@example.com")).Should().Be("zoe@example.com all import");
        (await ada.SuppressionAsync("known@example.com")).Should().Be("known@example.com all manual");
        (await ada.PostAsync($"{Path}/import", new { csv = Csv })).ShouldBe(200).Json.GetProperty("added").GetInt32().Should().Be(0, "it was imported before");
    }

    [Test]
    public async Task M3_a_list_of_lines_needs_no_heading_and_a_large_one_is_bounded()
    {
        var ada = await App.RegisterAsync();
        var many = string.Join('\n', Enumerable.Range(0, 10_000).Select(i => $"a{i}@example.com"));

        (await ada.PostAsync($"{Path}/import", new { csv = many, scope = "marketing" })).ShouldBe(200)
            .Json.GetRawText().Should().Be("""{"added":10000,"unchanged":0,"rejected":0,"errors":[]}""");
        (await App.Database.CountAsync("suppressions")).Should().Be(10_000);
        (await ada.PostAsync($"{Path}/import", new { csv = many + "\nb@example.com" })).ShouldRefuse("csv");
        (await ada.PostAsync($"{Path}/import", new { })).ShouldRefuse("items");
        (await ada.PostAsync($"{Path}/import", new { csv = "a@example.com", items = Array.Empty<object>() })).ShouldRefuse("csv");
        (await ada.PostTextAsync($"{Path}/import", """{"items":[null,{"email":null},{}]}""")).ShouldBe(200).Json.GetProperty("rejected").GetInt32().Should().Be(3);
    }

    [Test]
    public async Task M3_of_many_at_once_an_address_has_one_row_and_the_widest_scope()
    {
        var ada = await App.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i =>
            ada.PostAsync(Path, new { email = "bob@example.com", scope = i == 11 ? "all" : "marketing" })));

        answers.Should().OnlyContain(answer => answer.Status == 200 || answer.Status == 201);
        (await ada.SuppressionAsync("bob@example.com")).Should().Be("bob@example.com all manual");
        (await App.Database.CountAsync("suppressions")).Should().Be(1);
    }

    [Test]
    public async Task M3_a_contact_shows_what_suppresses_it_and_no_property_lifts_it()
    {
        var ada = await App.RegisterAsync();
        var bob = await ada.ContactAsync("bob@example.com");
        (await ada.ContactSuppressionAsync(bob)).ValueKind.Should().Be(JsonValueKind.Null);
        (await ada.PostAsync(Path, new { email = "bob@example.com", scope = "marketing" })).ShouldBe(201);

        (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "seen", contactProperties = new { suppression = (object?)null, unsubscribed = false, subscribed = true } })).ShouldBe(200);

        var shown = await ada.ContactSuppressionAsync(bob);
        (shown.Text("scope"), shown.Text("origin")).Should().Be(("marketing", "manual"));
        (await ada.ItemsAsync("/api/contacts")).Single().GetProperty("suppression").GetRawText().Should().Be(shown.GetRawText());
        (await ada.GetAsync($"/api/contacts/{bob}/export")).ShouldBe(200).Json.GetProperty("contact").GetProperty("suppression").GetRawText().Should().Be(shown.GetRawText());
    }

    [Test]
    public async Task L3_an_erased_person_stays_suppressed_by_a_hash_alone()
    {
        var ada = await App.RegisterAsync();
        var bob = await ada.ContactAsync("bob@example.com");
        (await ada.PostAsync(Path, new { email = "bob@example.com" })).ShouldBe(201);

        (await ada.DeleteAsync($"/api/contacts/{bob}")).ShouldBe(204);

        (await App.Database.CountAsync("suppressions", "email IS NOT NULL")).Should().Be(0);
        (await ada.ItemsAsync(Path)).Single().GetProperty("email").ValueKind.Should().Be(JsonValueKind.Null);
        (await ada.SuppressionAsync("bob@example.com")).Should().Be("erased all manual");
        var anew = await ada.ContactAsync("bob@example.com");
        (await ada.ContactSuppressionAsync(anew)).Text("scope").Should().Be("all", "whoever comes back is not mailed by accident");
        (await ada.DeleteAsync($"{Path}/bob@example.com")).ShouldBe(204);
        (await ada.ContactSuppressionAsync(anew)).ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task L3_a_person_with_many_events_loses_the_address_here_at_once_too()
    {
        var ada = await App.RegisterAsync();
        var bob = await ada.ContactAsync("bob@example.com");
        (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 600).Select(_ => new { email = "bob@example.com", eventName = "seen" }) })).ShouldBe(200);
        (await ada.PostAsync(Path, new { email = "bob@example.com" })).ShouldBe(201);

        (await ada.DeleteAsync($"/api/contacts/{bob}")).ShouldBe(204);

        (await ada.SuppressionAsync("bob@example.com")).Should().Be("erased all manual");
    }
}
