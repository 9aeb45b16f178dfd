using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Contacts;

public sealed class CustomFieldsTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task H3_declaring_is_idempotent_and_a_type_is_for_good()
    {
        var ada = await App.RegisterAsync();

        var first = (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        first.Headers.Location!.ToString().Should().Be("/api/custom-fields/plan");
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(200).Json.GetRawText().Should().Be(first.Json.GetRawText());
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "date" })).ShouldBeProblem(409, "customFieldExists");
        (await ada.PostAsync("/api/custom-fields", new { name = "Plan", type = "boolean" })).ShouldBe(201);
        (await ada.PostAsync("/api/custom-fields", new { name = "born", type = "date" })).ShouldBe(201);
        (await ada.PostAsync("/api/custom-fields", new { name = "age", type = "number" })).ShouldBe(201);

        (await ada.ReadAllAsync("/api/custom-fields")).Select(field => (field.Text("name"), field.Text("type")))
            .Should().Equal(("Plan", "boolean"), ("age", "number"), ("born", "date"), ("plan", "text"));
        await ada.ShouldPageStrictlyAsync("/api/custom-fields");
        (await ada.GetAsync("/api/contacts")).ShouldBe(200);
    }

    [Test]
    public async Task H3_of_many_who_declare_a_field_at_once_one_does_and_all_are_answered()
    {
        var ada = await App.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" }))));

        answers.Count(answer => answer.Status == 201).Should().Be(1);
        answers.Count(answer => answer.Status == 200).Should().Be(15);
    }

    [TestCase("""{"type":"text"}""", "name")]
    [TestCase("""{"name":"1st","type":"text"}""", "name")]
    [TestCase("""{"name":"a b","type":"text"}""", "name")]
    [TestCase("""{"name":"Email","type":"text"}""", "name")]
    [TestCase("""{"name":"plan"}""", "type")]
    [TestCase("""{"name":"plan","type":"json"}""", "type")]
    [TestCase("""{"name":"plan","type":1}""", "type")]
    [TestCase("""{"name":"plan","type":"text","default":1}""", "default")]
    public async Task H1_what_is_wrong_with_a_field_is_named(string json, string field)
    {
        var ada = await App.RegisterAsync();

        (await ada.PostTextAsync("/api/custom-fields", json)).ShouldRefuse(field);
        (await App.Database.CountAsync("custom_fields")).Should().Be(0);
    }

    [Test]
    public async Task H1_a_workspace_has_at_most_200_fields()
    {
        var ada = await App.RegisterAsync();
        for (var i = 0; i < 200; i++)
        {
            (await ada.PostAsync("/api/custom-fields", new { name = $"f{i}", type = "text" })).ShouldBe(201);
        }

        (await ada.PostAsync("/api/custom-fields", new { name = "more", type = "text" })).ShouldBeProblem(409, "tooManyCustomFields");
        (await ada.PostAsync("/api/custom-fields", new { name = "f7", type = "text" })).ShouldBe(200);
    }

    [Test]
    public async Task E4_a_deleted_field_hides_its_values_until_one_that_fits_is_declared()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        (await SendAsync("""{"plan":"pro"}""")).Should().BeEmpty();

        (await ada.DeleteAsync("/api/custom-fields/plan")).ShouldBe(204);
        (await ada.DeleteAsync("/api/custom-fields/plan")).ShouldBeProblem(404, "customFieldNotFound");
        (await FieldsAsync()).Should().Be("{}");
        (await SendAsync("""{"plan":"free"}""")).Should().Equal("undeclared");

        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "number" })).ShouldBe(201);
        (await FieldsAsync()).Should().Be("{}");
        (await ada.DeleteAsync("/api/custom-fields/plan")).ShouldBe(204);
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        (await FieldsAsync()).Should().Be("""{"plan":"pro"}""");

        async Task<string> FieldsAsync() => (await ada.ItemsAsync("/api/contacts")).Single().GetProperty("customFields").GetRawText();
        async Task<string[]> SendAsync(string properties) =>
            [.. (await ada.PostTextAsync("/api/events/send", $$"""{"email":"a@example.com","eventName":"e","contactProperties":{{properties}}}"""))
                .ShouldBe(200).Json.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("code"))];
    }

    [Test]
    public async Task W4_another_workspaces_field_is_404_and_stays()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        (await theirs.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);

        (await mine.DeleteAsync("/api/custom-fields/plan")).ShouldBeProblem(404, "customFieldNotFound");
        (await mine.DeleteAsync("/api/custom-fields/%07")).ShouldBe(404);
        (await mine.ItemsAsync("/api/custom-fields")).Should().BeEmpty();
        (await mine.PostAsync("/api/custom-fields", new { name = "plan", type = "date" })).ShouldBe(201);
        (await theirs.ItemsAsync("/api/custom-fields")).Single().Text("type").Should().Be("text");
    }
}
