using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventPatterns;

public sealed class EventPatternsTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task P1_declaring_is_idempotent_and_case_counts()
    {
        var ada = await App.RegisterAsync();

        var first = (await ada.PostAsync("/api/event-patterns", new { name = "signUp", description = " A new\nperson. " })).ShouldBe(201);
        first.Headers.Location!.ToString().Should().Be($"/api/event-patterns/{first.Json.Text("id")}");
        (await ada.PostAsync("/api/event-patterns", new { name = "signUp", description = "other" })).ShouldBe(200).Text.Should().Be(first.Text);
        (await ada.PostAsync("/api/event-patterns", new { name = "SignUp" })).ShouldBe(201);

        first.Json.Text("description").Should().Be("A new\nperson.");
        first.Json.GetProperty("receivedCount").GetInt64().Should().Be(0);
        first.Json.GetProperty("lastReceivedAt").ValueKind.Should().Be(JsonValueKind.Null);
        first.Json.GetProperty("usedBy").GetArrayLength().Should().Be(0);
        first.Json.GetProperty("declaredAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await ada.ReadAllAsync("/api/event-patterns", "name")).Should().Equal("SignUp", "signUp");
    }

    [Test]
    public async Task P1_of_many_who_declare_a_name_at_once_one_does_and_all_are_answered()
    {
        var ada = await App.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => ada.PostAsync("/api/event-patterns", new { name = "signUp" }))));

        answers.Count(answer => answer.Status == 201).Should().Be(1);
        answers.Count(answer => answer.Status == 200).Should().Be(15);
        answers.Select(answer => answer.Json.Text("id")).Distinct().Should().ContainSingle();
    }

    [TestCase("""{}""", "name")]
    [TestCase("""{"name":"1st"}""", "name")]
    [TestCase("""{"name":"sign up"}""", "name")]
    [TestCase("""{"name":"über"}""", "name")]
    [TestCase("""{"name":"a","description":"x\u0000"}""", "description")]
    [TestCase("""{"name":"a","id":"x"}""", "id")]
    public async Task P1_what_is_wrong_with_a_pattern_is_named(string json, string field)
    {
        var ada = await App.RegisterAsync();

        (await ada.PostTextAsync("/api/event-patterns", json)).ShouldRefuse(field);
        (await App.Database.CountAsync("event_patterns")).Should().Be(0);
    }

    [Test]
    public async Task P1_120_characters_and_500_of_description_pass_and_more_do_not()
    {
        var ada = await App.RegisterAsync();

        (await ada.PostAsync("/api/event-patterns", new { name = new string('a', 120), description = new string('d', 500) })).ShouldBe(201);
        (await ada.PostAsync("/api/event-patterns", new { name = new string('a', 121), description = new string('d', 501) })).ShouldRefuse("name", "description");
    }

    [Test]
    public async Task P2_autocomplete_finds_declared_names_with_counts_and_users()
    {
        var ada = await App.RegisterAsync();
        foreach (var name in new[] { "signUp", "signIn", "Resign", "bought" })
        {
            (await ada.PostAsync("/api/event-patterns", new { name })).ShouldBe(201);
        }

        var welcome = await ada.LiveAutomationAsync("signUp", "everyTime", "bought", "signUp");
        var draft = await ada.DraftAutomationAsync("bought");
        var archived = await ada.LiveAutomationAsync("signUp");
        (await ada.PostAsync($"/api/automations/{archived}/archive")).ShouldBe(200);
        await ada.EventAsync("a@example.com", "signUp");
        await ada.EventAsync("b@example.com", "signUp");
        await ada.EventAsync("b@example.com", "SIGNUP");

        (await ada.ReadAllAsync("/api/event-patterns?query=SIGN", "name")).Should().Equal("Resign", "signIn", "signUp");
        (await ada.ReadAllAsync("/api/event-patterns?query=sign_", "name")).Should().BeEmpty();
        var found = (await ada.ItemsAsync("/api/event-patterns?query=signUp")).Single();
        found.GetProperty("receivedCount").GetInt64().Should().Be(2);
        found.GetProperty("lastReceivedAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        Uses(found).Should().Equal((welcome, "signUp", "trigger"), (welcome, "signUp", "exit"));
        Uses((await ada.ItemsAsync("/api/event-patterns?query=bought")).Single()).Should().Equal((welcome, "signUp", "exit"), (draft, "bought", "trigger"));
        await ada.ShouldPageStrictlyAsync("/api/event-patterns");
    }

    [Test]
    public async Task P1_a_description_can_be_changed_and_cleared()
    {
        var ada = await App.RegisterAsync();
        var id = (await ada.PostAsync("/api/event-patterns", new { name = "signUp" })).ShouldBe(201).Json.Text("id");

        (await ada.PatchAsync($"/api/event-patterns/{id}", new { description = "New" })).ShouldBe(200).Json.Text("description").Should().Be("New");
        (await ada.PatchAsync($"/api/event-patterns/{id}", new { description = new string('d', 501) })).ShouldRefuse("description");
        (await ada.PatchAsync($"/api/event-patterns/{id}", new { name = "other", description = "x" })).ShouldRefuse("name");
        (await ada.GetAsync($"/api/event-patterns/{id}")).ShouldBe(200).Json.Text("description").Should().Be("New");
        (await ada.PatchAsync($"/api/event-patterns/{id}", new { description = (string?)null })).ShouldBe(200)
            .Json.GetProperty("description").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task P3_undeclared_names_are_listed_with_what_keeps_them_from_being_declared()
    {
        var ada = await App.RegisterAsync();
        foreach (var name in new[] { "b", "a", "odd name", "declared", "a", "1st" })
        {
            await ada.EventAsync("a@example.com", name);
        }

        (await ada.PostAsync("/api/event-patterns", new { name = "declared" })).ShouldBe(201);

        var items = await ada.ReadAllAsync("/api/event-patterns/undeclared");
        items.Select(item => (item.Text("name"), item.GetProperty("receivedCount").GetInt64(), item.GetProperty("declarable").GetBoolean()))
            .Should().Equal(("1st", 1, false), ("a", 2, true), ("b", 1, true), ("odd name", 1, false));
        items[0].Text("reason").Should().Be("A pattern's name must start with a letter (A to Z).");
        items[1].GetProperty("reason").ValueKind.Should().Be(JsonValueKind.Null);
        items[1].GetProperty("firstReceivedAt").GetDateTimeOffset().Should().BeOnOrBefore(items[1].GetProperty("lastReceivedAt").GetDateTimeOffset());
        await ada.ShouldPageStrictlyAsync("/api/event-patterns/undeclared");
    }

    [Test]
    public async Task P3_one_call_declares_them_all_and_says_which_can_not_be()
    {
        var ada = await App.RegisterAsync();
        foreach (var name in new[] { "b", "a", "odd name" })
        {
            await ada.EventAsync("a@example.com", name);
        }

        var answer = (await ada.PostAsync("/api/event-patterns/declare-undeclared", new { })).ShouldBe(200).Json;

        answer.GetProperty("declared").GetRawText().Should().Be("""["a","b"]""");
        answer.GetProperty("refused").GetRawText().Should().Be("""[{"name":"odd name","reason":"A pattern's name may contain only letters, digits, _, . and -."}]""");
        (await ada.ReadAllAsync("/api/event-patterns", "name")).Should().Equal("a", "b");
        (await ada.PostAsync("/api/event-patterns/declare-undeclared", new { })).ShouldBe(200).Json.GetProperty("declared").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task P3_declaring_some_names_is_idempotent_also_for_many_at_once()
    {
        var ada = await App.RegisterAsync();
        foreach (var name in new[] { "a", "b", "c" })
        {
            await ada.EventAsync("a@example.com", name);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            ada.PostTextAsync("/api/event-patterns/declare-undeclared", i % 2 == 0 ? """{"names":["a","b","a",""]}""" : """{"names":["b","a",""]}"""))));

        foreach (var answer in answers)
        {
            answer.ShouldBe(200).Json.GetProperty("declared").EnumerateArray().Select(name => name.GetString()).Should().BeEquivalentTo("a", "b");
            answer.Json.GetProperty("refused").EnumerateArray().Single().Text("reason").Should().Be("A pattern's name is required.");
        }

        (await ada.ReadAllAsync("/api/event-patterns", "name")).Should().Equal("a", "b");
        (await ada.PostAsync("/api/event-patterns/declare-undeclared", new { names = (string?[])["a", null] })).ShouldRefuse("names[1]");
        (await ada.PostAsync("/api/event-patterns/declare-undeclared", new { names = Enumerable.Repeat("a", 1001) })).ShouldRefuse("names");
    }

    [Test]
    public async Task P4_deleting_a_pattern_leaves_events_alone()
    {
        var ada = await App.RegisterAsync();
        await ada.EventAsync("a@example.com", "signUp");
        var id = (await ada.PostAsync("/api/event-patterns", new { name = "signUp" })).ShouldBe(201).Json.Text("id");
        (await ada.ItemsAsync("/api/events")).Single().GetProperty("declared").GetBoolean().Should().BeTrue();

        (await ada.DeleteAsync($"/api/event-patterns/{id}")).ShouldBe(204);

        (await ada.DeleteAsync($"/api/event-patterns/{id}")).ShouldBeProblem(404, "eventPatternNotFound");
        (await ada.ItemsAsync("/api/events")).Single().GetProperty("declared").GetBoolean().Should().BeFalse();
        (await ada.ReadAllAsync("/api/event-patterns/undeclared", "name")).Should().Equal("signUp");
    }

    [Test]
    public async Task W4_another_workspaces_pattern_is_404_and_stays_as_it_is()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        var pattern = (await theirs.PostAsync("/api/event-patterns", new { name = "signUp", description = "d" })).ShouldBe(201);
        await theirs.EventAsync("a@example.com", "signUp");
        await theirs.EventAsync("a@example.com", "other");

        foreach (var path in new[] { pattern.Json.Text("id"), $"{Guid.NewGuid()}", "nonsense" })
        {
            (await mine.GetAsync($"/api/event-patterns/{path}")).ShouldBe(404);
            (await mine.PatchAsync($"/api/event-patterns/{path}", new { description = "x" })).ShouldBe(404);
            (await mine.DeleteAsync($"/api/event-patterns/{path}")).ShouldBe(404);
        }

        (await mine.ItemsAsync("/api/event-patterns")).Should().BeEmpty();
        (await mine.ItemsAsync("/api/event-patterns/undeclared")).Should().BeEmpty();
        (await mine.PostAsync("/api/event-patterns/declare-undeclared", new { })).ShouldBe(200).Json.GetProperty("declared").GetArrayLength().Should().Be(0);
        (await mine.PostAsync("/api/event-patterns", new { name = "signUp" })).ShouldBe(201).Json.GetProperty("receivedCount").GetInt64().Should().Be(0);
        (await theirs.ItemsAsync("/api/event-patterns")).Single().Text("description").Should().Be("d");
    }

    private static IEnumerable<(Guid, string, string)> Uses(JsonElement pattern) => pattern.GetProperty("usedBy").EnumerateArray()
        .Select(use => (use.GetProperty("automationId").GetGuid(), use.Text("name"), use.Text("role")));
}
