using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Contacts;

public sealed class SaveContactTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task A_contact_is_made_as_an_event_would_make_it_and_changed_when_its_address_is_known()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "seats", type = "number" })).ShouldBe(201);

        var made = (await ada.PostTextAsync("/api/contacts", """{"email":" Bob@Example.com","externalId":"u1","firstName":"Bob","seats":1.10}""")).ShouldBe(201).Json;

        made.Text("email").Should().Be("bob@example.com");
        made.Text("externalId").Should().Be("u1");
        made.GetProperty("customFields").GetRawText().Should().Be("""{"seats":1.10}""");
        made.GetProperty("lastEventAt").ValueKind.Should().Be(JsonValueKind.Null);
        made.Warnings().Should().BeEmpty();

        var changed = (await ada.PostAsync("/api/contacts", new { email = "bob@example.com", externalId = (string?)null, firstName = (string?)null, lastName = "B" })).ShouldBe(200).Json;

        changed.Text("id").Should().Be(made.Text("id"));
        changed.GetProperty("firstName").ValueKind.Should().Be(JsonValueKind.Null);
        changed.GetProperty("externalId").ValueKind.Should().Be(JsonValueKind.Null);
        changed.Text("lastName").Should().Be("B");
        changed.GetProperty("customFields").GetRawText().Should().Be("""{"seats":1.10}""");
        (await ada.ItemsAsync("/api/contacts")).Should().ContainSingle();
        (await ada.ItemsAsync("/api/events")).Should().BeEmpty();
    }

    [Test]
    public async Task A_contact_is_changed_by_its_id_and_keeps_its_address()
    {
        var ada = await App.RegisterAsync();
        var id = (await ada.SaveContactAsync(new { email = "bob@example.com", firstName = "Bob" })).Text("id");

        var changed = (await ada.PatchAsync($"/api/contacts/{id}", new { email = "BOB@example.com", lastName = "Stone", externalId = "u7" })).ShouldBe(200).Json;

        changed.Text("firstName").Should().Be("Bob");
        changed.Text("lastName").Should().Be("Stone");
        changed.Text("externalId").Should().Be("u7");
        (await ada.ItemsAsync("/api/contacts?externalId=u7")).Should().ContainSingle();
        (await ada.PatchAsync($"/api/contacts/{id}", new { email = "eve@example.com" })).ShouldRefuse("email");
        (await ada.PatchAsync($"/api/contacts/{Guid.CreateVersion7()}", new { firstName = "X" })).ShouldBeProblem(404, "contactNotFound");
        (await ada.DeleteAsync($"/api/contacts/{id}")).ShouldBe(204);
        (await ada.PatchAsync($"/api/contacts/{id}", new { firstName = "X" })).ShouldBeProblem(404, "contactNotFound");
        (await ada.ItemsAsync("/api/contacts")).Should().BeEmpty();
    }

    [Test]
    public async Task E4_what_cannot_be_taken_is_left_out_and_named()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "seats", type = "number" })).ShouldBe(201);
        await ada.SaveContactAsync(new { email = "eve@example.com", externalId = "taken" });

        var saved = (await ada.PostAsync("/api/contacts", new { email = "bob@example.com", externalId = "taken", firstName = 5, seats = "many", color = "red", id = "x", lastName = "Stone" }))
            .ShouldBe(201).Json;

        saved.Warnings().Select(warning => (warning.Text("field"), warning.Text("code"))).Should().BeEquivalentTo([
            ("externalId", "externalIdTaken"), ("firstName", "invalidValue"), ("seats", "invalidValue"), ("color", "undeclared"), ("id", "undeclared")]);
        saved.Text("lastName").Should().Be("Stone");
        saved.GetProperty("externalId").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task H1_bad_contacts_are_refused_by_field()
    {
        var ada = await App.RegisterAsync();

        (await ada.PostAsync("/api/contacts", new { firstName = "Bob" })).ShouldRefuse("email");
        (await ada.PostAsync("/api/contacts", new { email = "bob" })).ShouldRefuse("email");
        (await ada.PostAsync("/api/contacts", new { email = 5 })).ShouldRefuse("email");
        (await ada.PostAsync("/api/contacts", new { email = "bob@example.com", externalId = "" })).ShouldRefuse("externalId");
        (await ada.PostAsync("/api/contacts", new { email = "bob@example.com", externalId = 5 })).ShouldRefuse("externalId");
        (await ada.PostTextAsync("/api/contacts", "[]")).ShouldRefuse("body");
        (await ada.PostTextAsync("/api/contacts", "null")).ShouldRefuse("body");
        (await ada.PostTextAsync("/api/contacts", """{"email":"bob@example.com","email":"eve@example.com"}""")).ShouldRefuse("body");
        (await ada.PostTextAsync("/api/contacts", """{"email":"bob@example.com","firstName":"\ud800"}""")).ShouldBe(400);
        (await ada.PostAsync("/api/contacts", new { email = "bob@example.com", name = new string('x', 300_000) })).ShouldRefuse("body");
        (await ada.ItemsAsync("/api/contacts")).Should().BeEmpty();
    }

    [Test]
    public async Task E0_thirty_two_at_once_make_one_contact_and_an_external_id_has_one_owner()
    {
        var ada = await App.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => i % 2 == 0
            ? ada.PostAsync("/api/contacts", new { email = "bob@example.com", firstName = $"Bob {i}" })
            : ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "e", contactProperties = new { lastName = $"B {i}" } })));
        answers.Count(answer => (int)answer.Status == 201).Should().BeLessThanOrEqualTo(1);
        answers.Should().OnlyContain(answer => (int)answer.Status == 200 || (int)answer.Status == 201);
        var bob = (await ada.ItemsAsync("/api/contacts")).Should().ContainSingle().Subject;
        bob.Text("firstName").Should().StartWith("Bob ");
        bob.Text("lastName").Should().StartWith("B ");

        var owners = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => ada.PostAsync("/api/contacts", new { email = $"p{i}@example.com", externalId = "wanted" })));
        owners.Count(answer => answer.ShouldBe(201).Json.Text("externalId") == "wanted").Should().Be(1);
        (await ada.ItemsAsync("/api/contacts?externalId=wanted")).Should().ContainSingle();
    }

    [Test]
    public async Task A_wait_for_a_date_is_recalculated_when_the_contact_is_changed()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "renewsAt", type = "date" })).ShouldBe(201);
        var automation = (await ada.PostAsync("/api/automations", new
        {
            name = "Renewal",
            trigger = new { eventName = "signedUp" },
            exitEvents = Array.Empty<string>(),
            steps = new object[] { new { id = "w", type = "wait", until = new { field = "contact.renewsAt" } } },
        })).ShouldBe(201).Json.Text("id");
        (await ada.PostAsync($"/api/automations/{automation}/activate")).ShouldBe(200);
        var id = (await ada.SaveContactAsync(new { email = "bob@example.com", renewsAt = "2999-01-01" })).Text("id");
        await ada.EventAsync("bob@example.com", "signedUp");
        var run = (await ada.ItemsAsync("/api/enrollments")).Single().Text("id");

        (await ada.PatchAsync($"/api/contacts/{id}", new { renewsAt = "2998-01-01" })).ShouldBe(200);

        (await ada.GetAsync($"/api/enrollments/{run}")).ShouldBe(200).Json.Text("dueAt").Should().StartWith("2998-01-01");
    }
}
