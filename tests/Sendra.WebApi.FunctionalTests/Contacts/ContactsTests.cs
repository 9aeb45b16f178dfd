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
    public async Task H3_the_list_is_paged_newest_first_and_by_address_when_searched()
    {
        var ada = await App.RegisterAsync();
        string[] people = ["bob@example.com", "anna@example.com", "an_a@example.com", "an%a@example.com", "ana@example.com", "zoë@example.com", "anb@example.com", "aoife@example.com"];
        foreach (var person in people)
        {
            await ada.EventAsync(person, "e");
        }

        (await ada.ReadAllAsync("/api/contacts", "email")).Should().Equal(people.Reverse());
        (await ada.ReadAllAsync("/api/contacts?query=An", "email")).Should().Equal("an%a@example.com", "an_a@example.com", "ana@example.com", "anb@example.com", "anna@example.com");
        (await ada.ReadAllAsync("/api/contacts?query=an_", "email")).Should().Equal("an_a@example.com");
        (await ada.ReadAllAsync("/api/contacts?query=an%25", "email")).Should().Equal("an%a@example.com");
        (await ada.ReadAllAsync("/api/contacts?query=ZO%C3%8B", "email")).Should().Equal("zoë@example.com");
        (await ada.ReadAllAsync("/api/contacts?query=example", "email")).Should().BeEmpty();
        (await ada.ReadAllAsync("/api/contacts?query=%20", "email")).Should().HaveCount(8);
        (await ada.ReadAllAsync("/api/contacts?email=ANA@EXAMPLE.com", "email")).Should().Equal("ana@example.com");
        (await ada.ReadAllAsync("/api/contacts?email=an@example.com", "email")).Should().BeEmpty();
    }

    [Test]
    public async Task H1_bad_filters_are_named()
    {
        var ada = await App.RegisterAsync();

        (await ada.GetAsync("/api/contacts?email=nobody")).ShouldRefuse("email");
        (await ada.GetAsync($"/api/contacts?query={new string('a', 255)}")).ShouldRefuse("query");
        (await ada.GetAsync("/api/contacts?query=a%07b")).ShouldRefuse("query");
        await ada.ShouldPageStrictlyAsync("/api/contacts");
        (await ada.GetAsync("/api/contacts?query=a&cursor=AZoggggggggggggggggggg")).ShouldRefuse("cursor");
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
