using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventPatterns;

public sealed class CatalogHealthTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task A9_names_that_look_alike_are_found()
    {
        var ada = await App.RegisterAsync();
        foreach (var name in new[] { "signUp", "Sign_up", "visit", "sign-up.", "---", "__" })
        {
            await ada.EventAsync("bob@example.com", name);
        }

        (await ada.PostAsync("/api/event-patterns", new { name = "Visit" })).ShouldBe(201);

        var found = await ada.ItemsAsync("/api/event-patterns/health");

        found.Should().OnlyContain(item => item.Text("code") == "namesLookAlike");
        found.Select(item => string.Join(' ', item.GetProperty("names").EnumerateArray())).Should().Equal("Sign_up sign-up. signUp", "Visit visit");
        found[0].Text("eventName").Should().Be("Sign_up");
        found[0].Text("message").Should().Contain("sign-up.");
        found[0].TryGetProperty("types", out _).Should().BeFalse();
    }

    [Test]
    public async Task A9_automations_that_wait_for_what_nobody_sends_are_found()
    {
        var ada = await App.RegisterAsync();
        var automation = await ada.LiveAutomationAsync("signUp", "everyTime", "bought", "left");
        await ada.EventAsync("bob@example.com", "bought");

        var found = await ada.ItemsAsync("/api/event-patterns/health");

        found.Select(item => (item.Text("code"), item.Text("eventName"), item.Text("automationName")))
            .Should().Equal(("triggerNeverReceived", "signUp", "signUp"), ("exitNeverReceived", "left", "signUp"));
        found.Should().OnlyContain(item => item.GetProperty("automationId").GetGuid() == automation);
        (await ada.PostAsync($"/api/automations/{automation}/archive")).ShouldBe(200);
        (await ada.ItemsAsync("/api/event-patterns/health")).Should().BeEmpty();
    }

    [Test]
    public async Task A9_a_property_whose_type_changed_is_found_with_its_first_sight()
    {
        var ada = await App.RegisterAsync();
        var first = await SendAsync(ada, "order", """{"total":7,"note":null,"ok":true,"in":{"a":1}}""");
        await SendAsync(ada, "order", """{"total":7.5,"note":"x","ok":false,"in":{"a":"1"}}""");
        var changed = await SendAsync(ada, "order", """{"ok":true,"total":"7"}""");
        await SendAsync(ada, "other", """{"total":[]}""");
        await SendAsync(ada, "order", """{"total":"8"}""");
        await SendAsync(ada, "order", "[1]");

        var item = (await ada.ItemsAsync("/api/event-patterns/health")).Should().ContainSingle().Subject;

        (item.Text("code"), item.Text("eventName"), item.Text("property")).Should().Be(("propertyTypeChanged", "order", "total"));
        item.Text("message").Should().Be("total of order was first a number, then a string.");
        var types = item.GetProperty("types").EnumerateArray().ToArray();
        types.Select(type => (type.Text("type"), type.Text("firstEventId"))).Should().Equal(("number", first), ("string", changed));
        types[1].GetProperty("firstReceivedAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Test]
    public async Task A9_names_of_properties_can_be_anything()
    {
        var ada = await App.RegisterAsync();
        foreach (var value in new[] { "1", "\"1\"" })
        {
            await SendAsync(ada, "odd", $$"""{"":{{value}},"a ":{{value}},"a":{{value}},"A":{{value}},"\u0000":{{value}},"{{new string('x', 101)}}":{{value}},"\u00fc\ud83d\ude00":{{value}}}""");
        }

        (await ada.ItemsAsync("/api/event-patterns/health")).Select(item => item.Text("property")).Should().Equal("A", "a", "ü😀");
    }

    [Test]
    public async Task A9_two_nodes_find_a_change_that_each_saw_half_of()
    {
        await using var other = await App.StartSecondNodeAsync();
        var ada = await App.RegisterAsync();
        var there = other.As(ada);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync(i % 2 == 0 ? ada : there, "order", """{"total":7}""", $"p{i}@example.com")));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync(i % 2 == 0 ? ada : there, "order", """{"total":"7"}""", $"p{i}@example.com")));

        (await ada.ItemsAsync("/api/event-patterns/health")).Should().ContainSingle().Which.GetProperty("types").GetArrayLength().Should().Be(2);
    }

    [Test]
    public async Task L3_a_first_sight_that_was_erased_keeps_its_time_and_names_no_event()
    {
        var ada = await App.RegisterAsync();
        await SendAsync(ada, "order", """{"total":7}""", "bob@example.com");
        var changed = await SendAsync(ada, "order", """{"total":"7"}""", "eve@example.com");

        await EraseAsync(ada, "bob@example.com");

        var types = (await ada.ItemsAsync("/api/event-patterns/health")).Single().GetProperty("types").EnumerateArray().ToArray();
        types.Select(type => type.GetProperty("firstEventId").GetString()).Should().Equal(null, changed);
        types[0].GetProperty("firstReceivedAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Test]
    public async Task L3_a_name_whose_last_event_was_erased_leaves_no_properties_and_is_watched_again_when_it_comes_back()
    {
        var ada = await App.RegisterAsync();
        await SendAsync(ada, "order", """{"bob@example.com":7}""");
        await EraseAsync(ada, "bob@example.com");
        (await App.Database.CountAsync("event_property_types")).Should().Be(0);

        App.Clock.Advance(TimeSpan.FromHours(1));
        await SendAsync(ada, "order", """{"total":7}""");
        await SendAsync(ada, "order", """{"total":"7"}""");

        (await ada.ItemsAsync("/api/event-patterns/health")).Single().Text("property").Should().Be("total");
    }

    [Test]
    public async Task W4_health_knows_nothing_of_another_workspace()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        await theirs.EventAsync("bob@example.com", "signUp");
        await mine.EventAsync("bob@example.com", "SIGNUP");

        (await mine.ItemsAsync("/api/event-patterns/health")).Should().BeEmpty();
        (await App.Anonymous().GetAsync("/api/event-patterns/health")).ShouldBeProblem(401, "signInRequired");
    }

    private static async Task EraseAsync(TestClient client, string email)
    {
        var contact = (await client.ItemsAsync($"/api/contacts?email={email}")).Single();
        (await client.DeleteAsync($"/api/contacts/{contact.Text("id")}")).ShouldBe(204);
    }

    private static async Task<string> SendAsync(TestClient client, string name, string properties, string email = "bob@example.com") =>
        (await client.PostTextAsync("/api/events/send", $$"""{"email":"{{email}}","eventName":"{{name}}","eventProperties":{{properties}}}"""))
            .ShouldBe(200).Json.GetProperty("eventId").GetString()!;
}
