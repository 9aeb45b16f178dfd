using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>One delivery, many events (S11); names as a source gives them (S13).</summary>
internal sealed class ItemsTests(string provider) : FunctionalTest(provider)
{
    private static readonly object Mapping = new { name = "Mails", itemsPath = "$", emailPath = "email", eventName = new { path = "event" }, deliveryIdPath = "id" };

    private TestClient _client = null!;
    private Source _source = null!;

    [SetUp]
    public async Task MakeSourceAsync()
    {
        _client = await App.RegisterAsync();
        _source = await Source.CreateAsync(_client, Mapping);
    }

    [Test]
    public async Task S11_each_item_becomes_an_event_by_itself()
    {
        await _client.LiveAutomationAsync("opened");

        var answer = (await _source.PostAsync("""[{"id":"1","email":"ada@example.com","event":"opened"},{"id":"2","email":"bob@example.com","event":"clicked"},{"id":"3","event":"opened"}]""")).ShouldBe(200).Json;

        answer.EnumerateObject().Select(field => field.Name).Should().BeEquivalentTo("status", "processed", "skipped", "items");
        (answer.Text("status"), answer.GetProperty("processed").GetInt32(), answer.GetProperty("skipped").GetInt32()).Should().Be(("processed", 2, 1));
        Statuses(answer).Should().Equal("processed", "processed", "skipped");
        var third = answer.GetProperty("items")[2];
        (third.GetProperty("index").GetInt32(), third.Text("code")).Should().Be((2, "emailMissing"));
        third.Text("reason").Should().Contain("the item has no `email`");
        var log = await _client.ItemsAsync("/api/events");
        log.Select(logged => logged.Text("email")).Should().BeEquivalentTo("ada@example.com", "bob@example.com");
        log.Select(logged => logged.GetProperty("id").GetGuid()).Should().BeEquivalentTo(answer.GetProperty("items").EnumerateArray().Take(2).Select(item => item.GetProperty("eventId").GetGuid()));
        log[^1].GetProperty("properties").GetRawText().Should().Be("""{"id":"1","email":"ada@example.com","event":"opened"}""");
        (await _client.ItemsAsync("/api/enrollments")).Should().ContainSingle();
        var delivery = (await _source.DeliveriesAsync()).Should().ContainSingle().Which;
        delivery.GetProperty("items").GetRawText().Should().Be(answer.GetProperty("items").GetRawText());
        (await _source.LastDeliveryAsync()).GetProperty("items").GetRawText().Should().Be(answer.GetProperty("items").GetRawText());
        (await _source.CountsAsync()).Should().Be((1, 0, 0, 0));
    }

    [Test]
    public async Task S11_repeats_are_known_item_by_item()
    {
        (await _source.PostAsync("""[{"id":"1","email":"ada@example.com","event":"a"}]""")).ShouldBe(200);

        var mixed = (await _source.PostAsync("""[{"id":"1","email":"ada@example.com","event":"a"},{"id":"2","email":"ada@example.com","event":"b"},{"id":"2","email":"ada@example.com","event":"b"}]""")).ShouldBe(200).Json;
        Statuses(mixed).Should().Equal("duplicate", "processed", "duplicate");
        var again = (await _source.PostAsync("""[{"id":"1","email":"ada@example.com","event":"a"},{"id":"2","email":"ada@example.com","event":"b"}]""")).ShouldBe(200).Json;
        again.Text("status").Should().Be("duplicate");

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _source.PostAsync("""[{"id":"3","email":"ada@example.com","event":"c"},{"id":"4","email":"bob@example.com","event":"c"}]""")));
        answers.Count(answer => answer.ShouldBe(200).Json.Text("status") == "processed").Should().Be(1);
        (await App.Database.CountAsync("received_events")).Should().Be(4);
    }

    [Test]
    public async Task S11_an_item_without_an_id_takes_that_of_the_delivery_and_its_index()
    {
        const string Body = """[{"email":"ada@example.com","event":"a"},{"email":"ada@example.com","event":"a"}]""";

        Statuses((await _source.PostAsync(Body, ("webhook-id", "m1"))).ShouldBe(200).Json).Should().Equal("processed", "processed");
        Statuses((await _source.PostAsync(Body, ("webhook-id", "m1"))).ShouldBe(200).Json).Should().Equal("duplicate", "duplicate");
        Statuses((await _source.PostAsync(Body)).ShouldBe(200).Json).Should().Equal("processed", "processed");
        (await _source.DeliveriesAsync()).Select(delivery => delivery.GetProperty("deliveryId").GetString()).Should().Equal(null, "m1", "m1");
    }

    [Test]
    public async Task S11_a_thousand_items_are_one_delivery_and_more_are_refused_with_advice()
    {
        var answer = (await _source.PostAsync(List(1_000))).ShouldBe(200).Json;

        answer.GetProperty("processed").GetInt32().Should().Be(1_000);
        (await App.Database.CountAsync("deliveries")).Should().Be(1);
        (await App.Database.CountAsync("received_events")).Should().Be(1_000);
        (await _source.PostAsync(List(1_001))).ShouldBe(200).Json.Text("code").Should().Be("tooManyItems");
        (await App.Database.CountAsync("received_events")).Should().Be(1_000);
    }

    [Test]
    public async Task S11_lists_and_single_events_at_once_all_take_effect()
    {
        var lists = Enumerable.Range(0, 8).Select(number => _source.PostAsync(List(120, $"l{number}-")));
        var singles = Enumerable.Range(0, 60).Select(number => _client.PostAsync("/api/events/send", new { email = $"p{number}@example.com", eventName = "single" }));

        foreach (var answer in await Task.WhenAll(lists.Concat(singles)))
        {
            answer.ShouldBe(200);
        }

        (await App.Database.CountAsync("received_events")).Should().Be((8 * 120) + 60);
        (await App.Database.CountAsync("contacts")).Should().Be(120);
    }

    [TestCase("""[{"email":"ada@example.com"}]""")]
    [TestCase("[1,2,3]")]
    public async Task S11_without_an_items_path_nothing_is_read_from_a_list(string list)
    {
        var source = await Source.CreateAsync(_client);

        var answer = (await source.PostAsync(list)).ShouldBe(200).Json;

        answer.Text("code").Should().Be("payloadIsList");
        answer.Text("reason").Should().Contain("items path");
        answer.TryGetProperty("items", out _).Should().BeFalse();
    }

    [Test]
    public async Task S9_the_skipped_items_of_a_list_are_replayed_and_no_other()
    {
        (await _source.PostAsync("""[{"id":"1","email":"ada@example.com","event":"a"},{"id":"2","mail":"bob@example.com","event":"a"},{"id":"3","mail":"no address","event":"a"}]""")).ShouldBe(200);
        var id = (await _source.DeliveriesAsync())[0].GetProperty("id").GetGuid();
        await _source.EditAsync(new { name = "Mails", itemsPath = "$", emailPath = "email || mail", eventName = new { path = "event" }, deliveryIdPath = "id" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _client.PostAsync($"/api/deliveries/{id}/replay")));

        answers.Count(answer => answer.Status == 200 && answer.Json.GetProperty("processed").GetInt32() == 2).Should().BePositive();
        (await App.Database.CountAsync("received_events")).Should().Be(2);
        Statuses((await _source.DeliveriesAsync())[0]).Should().Equal("processed", "processed", "skipped");
        (await _client.PostAsync($"{_source.Path}/replay-skipped")).ShouldBe(200);
        (await App.Database.CountAsync("received_events")).Should().Be(2);
    }

    [Test]
    public async Task S9_a_list_that_was_skipped_as_a_whole_is_replayed_item_by_item()
    {
        var source = await Source.CreateAsync(_client);
        (await source.PostAsync("""[{"id":"1","email":"ada@example.com","event":"a"},{"id":"2","email":"bob@example.com","event":"a"}]""")).ShouldBe(200);
        await source.EditAsync(Mapping);

        (await _client.PostAsync($"{source.Path}/replay-skipped")).ShouldBe(200).Json.GetProperty("processed").GetInt32().Should().Be(1);

        Statuses((await source.DeliveriesAsync())[0]).Should().Equal("processed", "processed");
        var id = (await source.DeliveriesAsync())[0].GetProperty("id").GetGuid();
        (await _client.PostAsync($"/api/deliveries/{id}/replay")).ShouldBeProblem(409, "deliveryProcessed");
    }

    [Test]
    public async Task L3_erasing_one_person_of_a_list_removes_the_payload_and_the_outcomes_stay()
    {
        (await _source.PostAsync("""[{"id":"1","email":"ada@example.com","event":"a"},{"id":"2","email":"bob@example.com","event":"a"},{"id":"3","mail":"eve@example.com","event":"a"}]""")).ShouldBe(200);
        (await _source.PostAsync("""[{"id":"1","email":"ada@example.com","event":"a"},{"id":"4","email":"carl@example.com","event":"a"}]""")).ShouldBe(200);
        var ada = (await _client.ItemsAsync("/api/contacts?email=ada@example.com"))[0].GetProperty("id").GetGuid();

        (await _client.DeleteAsync($"/api/contacts/{ada}")).ShouldBe(204);

        (await App.Database.CountAsync("deliveries", "payload IS NULL AND headers IS NULL AND item_reasons IS NULL")).Should().Be(2);
        var deliveries = await _source.DeliveriesAsync();
        Statuses(deliveries[0]).Should().Equal("duplicate", "processed");
        Statuses(deliveries[1]).Should().Equal("processed", "processed", "skipped");
        deliveries[1].GetProperty("items")[2].TryGetProperty("reason", out _).Should().BeFalse();
        (await _client.ItemsAsync("/api/events")).Select(logged => logged.Text("email")).Should().BeEquivalentTo("bob@example.com", "carl@example.com");

        // What arrives again does not bring it back.
        (await _source.PostAsync("""[{"id":"1","email":"ada@example.com","event":"a"},{"id":"5","email":"dan@example.com","event":"a"}]""")).ShouldBe(200);
        (await App.Database.CountAsync("deliveries", "payload IS NULL")).Should().Be(3);
    }

    [Test]
    public async Task L3_a_persons_export_has_no_other_peoples_items()
    {
        (await _source.PostAsync("""[{"id":"1","email":"ada@example.com","event":"a"},{"id":"2","email":"bob@example.com","event":"a"}]""")).ShouldBe(200);
        var ada = (await _client.ItemsAsync("/api/contacts?email=ada@example.com"))[0].GetProperty("id").GetGuid();

        var export = (await _client.GetAsync($"/api/contacts/{ada}/export")).ShouldBe(200).Json;

        export.GetProperty("deliveries").GetArrayLength().Should().Be(1);
        export.GetRawText().Should().Contain("ada@example.com").And.NotContain("bob@example.com");
    }

    [Test]
    public async Task S9_a_preview_shows_the_first_item_and_how_many_there_are()
    {
        var preview = (await _client.PostAsync("/api/event-sources/preview", new
        {
            payload = new object[] { new { email = "ada@example.com", @event = "a" }, new { email = "bob@example.com", @event = "a" } },
            mapping = new { itemsPath = "$", emailPath = "email", eventName = new { path = "event" } },
        })).ShouldBe(200).Json;

        preview.GetProperty("itemCount").GetInt32().Should().Be(2);
        preview.GetProperty("mapped").Text("email").Should().Be("ada@example.com");
        preview.GetProperty("emailCandidates").GetRawText().Should().Be("""["email"]""");
    }

    [Test]
    public async Task S13_a_source_names_its_events_and_ignores_what_it_does_not_take()
    {
        var source = await Source.CreateAsync(_client, new
        {
            name = "Shop",
            emailPath = "email",
            eventName = new { path = "topic", map = new Dictionary<string, string> { ["orders/create"] = "orderCreated" }, prefix = "shop.", only = new[] { "orders/create", "orders/paid" } },
        });

        (await source.PostAsync("""{"email":"ada@example.com","topic":"orders/create"}""")).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await source.PostAsync("""{"email":"ada@example.com","topic":"orders/paid"}""")).ShouldBe(200).Json.Text("status").Should().Be("processed");
        var ignored = (await source.PostAsync("""{"topic":"themes/update"}""")).ShouldBe(200).Json;

        (ignored.Text("status"), ignored.Text("code")).Should().Be(("ignored", "eventNameNotTaken"));
        (await _client.ItemsAsync("/api/events")).Select(logged => logged.Text("eventName")).Should().Equal("shop.orders.paid", "orderCreated");
        (await source.GetAsync()).GetProperty("counts").GetRawText().Should().Be("""{"processed":2,"skipped":0,"duplicate":0,"refused":0,"ignored":1,"handshake":0}""");
        (await source.DeliveriesAsync("?status=ignored")).Should().ContainSingle();
        var id = (await source.DeliveriesAsync("?status=ignored"))[0].GetProperty("id").GetGuid();
        (await _client.PostAsync($"/api/deliveries/{id}/replay")).ShouldBeProblem(409, "deliveryIgnored");
        (await source.GetAsync()).GetProperty("eventName").GetRawText().Should().Be(
            """{"path":"topic","map":{"orders/create":"orderCreated"},"prefix":"shop.","only":["orders/create","orders/paid"]}""");
    }

    private static string List(int count, string prefix = "") => JsonSerializer.Serialize(
        Enumerable.Range(0, count).Select(number => new { id = $"{prefix}{number}", email = $"p{number}@example.com", @event = "seen" }));

    private static IEnumerable<string> Statuses(JsonElement delivery) => delivery.GetProperty("items").EnumerateArray().Select(item => item.Text("status"));
}
