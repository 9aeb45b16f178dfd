using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Contacts;

public sealed class ContactsTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task H3_a_contact_answers_all_of_itself_with_custom_fields_as_sent()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        (await ada.PostAsync("/api/custom-fields", new { name = "seats", type = "number" })).ShouldBe(201);
        (await ada.PostTextAsync(
            "/api/events/send",
            """{"email":"Bob@Example.com","eventName":"e","contactProperties":{"firstName":"Bob","lastName":"B","name":"Bob B","seats":1.10,"plan":"é"}}""")).ShouldBe(200);

        var item = (await ada.ItemsAsync("/api/contacts")).Single();

        item.Text("email").Should().Be("bob@example.com");
        item.Text("firstName").Should().Be("Bob");
        item.Text("lastName").Should().Be("B");
        item.Text("name").Should().Be("Bob B");
        item.GetProperty("customFields").GetRawText().Should().Be("""{"seats":1.10,"plan":"é"}""");
        item.GetProperty("createdAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        item.GetProperty("lastEventAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await ada.GetAsync($"/api/contacts/{item.Text("id")}")).ShouldBe(200).Text.Should().Be(item.GetRawText());
    }

    [Test]
    public async Task H3_the_list_is_paged_newest_first_oldest_first_or_by_email()
    {
        var ada = await App.RegisterAsync();
        string[] people = ["bob@example.com", "anna@example.com", "an_a@example.com", "an%a@example.com", "ana@example.com", "zoë@example.com", "anb@example.com", "aoife@example.com"];
        foreach (var person in people)
        {
            await ada.EventAsync(person, "e");
        }

        (await ada.ReadAllAsync("/api/contacts", "email")).Should().Equal(people.Reverse());
        (await ada.ReadAllAsync("/api/contacts?sort=oldest", "email")).Should().Equal(people);
        (await ada.ReadAllAsync("/api/contacts?sort=email", "email")).Should().Equal(people.Order(StringComparer.Ordinal));
        (await ada.ReadAllAsync("/api/contacts?query=%20", "email")).Should().HaveCount(8);
        (await ada.ReadAllAsync("/api/contacts?email=ANA@EXAMPLE.com", "email")).Should().Equal("ana@example.com");
        (await ada.ReadAllAsync("/api/contacts?email=an@example.com", "email")).Should().BeEmpty();
        (await ada.GetAsync("/api/contacts?sort=name")).ShouldRefuse("sort");
    }

    [Test]
    public async Task Contacts_are_found_by_any_part_of_their_names_and_their_address()
    {
        var ada = await App.RegisterAsync();
        await ada.SaveContactAsync(new { email = "a.l@example.com", firstName = "Ada", lastName = "Lovelace" });
        await ada.SaveContactAsync(new { email = "zoe@bronte.example", firstName = "Zoë", name = "Zoë BRONTË" });
        await ada.EventAsync("an%a@example.com", "e");
        await ada.EventAsync("an_a@example.com", "e");
        await ada.SaveContactAsync(new { email = "br@example.com", firstName = "an[a" });

        (await Found("velac")).Should().Equal("a.l@example.com");
        (await Found("LOVE%20ada")).Should().Equal("a.l@example.com");
        (await Found("ada%20bronte")).Should().BeEmpty();
        (await Found("Zoe%20bront%C3%AB")).Should().Equal("zoe@bronte.example");
        (await Found("l@ex")).Should().Equal("a.l@example.com");
        (await Found("n_")).Should().Equal("an_a@example.com");
        (await Found("n%25")).Should().Equal("an%a@example.com");
        (await Found("n%5B")).Should().Equal("br@example.com");
        (await Found("EXAMPLE&sort=oldest")).Should().HaveCount(5).And.StartWith("a.l@example.com");
        (await Found("example&sort=email")).Should().BeInAscendingOrder(StringComparer.Ordinal).And.HaveCount(5);

        await ada.SendContactPropertiesAsync("a.l@example.com", new { lastName = (string?)null, firstName = "Augusta" });

        (await Found("lovelace")).Should().BeEmpty();
        (await Found("gust")).Should().Equal("a.l@example.com");

        Task<IReadOnlyList<string?>> Found(string query) => ada.ReadAllAsync($"/api/contacts?query={query}", "email");
    }

    [Test]
    public async Task The_list_is_exported_with_every_custom_field()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        await ada.SaveContactAsync(new { email = "bob@example.com", firstName = "=Bob", plan = "a \"b\", c" });
        await ada.SaveContactAsync(new { email = "eve@example.com", name = "Eve" });

        var csv = (await ada.GetAsync("/api/contacts/export?sort=oldest")).ShouldBe(200).Text.Split("\r\n");
        csv[0].Should().Be("id,email,externalId,firstName,lastName,name,plan,createdAt,lastEventAt,suppressed");
        csv[1].Should().Contain(",bob@example.com,,\"'=Bob\",,,\"a \"\"b\"\", c\",");
        csv.Should().HaveCount(4);
        (await ada.GetAsync("/api/contacts/export?format=ndjson&query=eve")).ShouldBe(200).Text.Trim().Split('\n').Should().ContainSingle()
            .Which.Should().Contain("eve@example.com");
    }

    [Test]
    public async Task H1_bad_filters_are_named()
    {
        var ada = await App.RegisterAsync();

        (await ada.GetAsync("/api/contacts?email=nobody")).ShouldRefuse("email");
        (await ada.GetAsync($"/api/contacts?query={new string('a', 255)}")).ShouldRefuse("query");
        (await ada.GetAsync("/api/contacts?query=a%07b")).ShouldRefuse("query");
        await ada.ShouldPageStrictlyAsync("/api/contacts");
        (await ada.GetAsync("/api/contacts?sort=email&cursor=AZoggggggggggggggggggg")).ShouldRefuse("cursor");
    }

    [Test]
    public async Task W4_another_workspaces_contact_is_404()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        await theirs.EventAsync("ada@example.com", "e");
        var id = (await theirs.ItemsAsync("/api/contacts")).Single().Text("id");

        (await mine.GetAsync($"/api/contacts/{id}")).ShouldBeProblem(404, "contactNotFound");
        (await mine.GetAsync("/api/contacts/nonsense")).ShouldBe(404);
        (await mine.ItemsAsync("/api/contacts?email=ada@example.com")).Should().BeEmpty();
        (await mine.ItemsAsync("/api/contacts?query=ada")).Should().BeEmpty();
    }
}
