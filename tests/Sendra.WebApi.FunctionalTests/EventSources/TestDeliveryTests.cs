using Sendra.WebApi.FunctionalTests.Compat;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>Deliveries that a member sends in the sender's place, and what a source says of its deliveries.</summary>
internal sealed class TestDeliveryTests(string provider) : FunctionalTest(provider)
{
    private TestClient _client = null!;

    [SetUp]
    public async Task RegisterAsync() => _client = await App.RegisterAsync();

    [Test]
    public async Task A_test_delivery_takes_the_way_of_every_delivery_without_a_signature()
    {
        var source = await Source.CreateAsync(_client, new { preset = "github", emailPath = "email", signature = new { secrets = new[] { "s3cret" } } });

        var sent = await SendAsync(source, new { payload = "{\"email\":\"ada@example.com\"}", headers = new Dictionary<string, string> { ["Content-Type"] = "application/json", ["X-GitHub-Event"] = "push" } });

        sent.GetProperty("outcome").Text("status").Should().Be("processed");
        (await _client.ItemsAsync("/api/events")).Should().ContainSingle().Which.Text("eventName").Should().Be("push");
        var delivery = (await _client.GetAsync($"/api/deliveries/{sent.Text("id")}")).ShouldBe(200).Json;
        delivery.Text("status").Should().Be("processed");
        delivery.Text("eventId").Should().Be(sent.GetProperty("outcome").Text("eventId"));
        delivery.GetProperty("headers").Text("Sendra-Test").Should().Be("true");
    }

    [Test]
    public async Task A_test_delivery_that_cannot_be_read_is_skipped_with_the_reason_and_a_repeat_is_a_duplicate()
    {
        var source = await Source.CreateAsync(_client);

        (await SendAsync(source, new { payload = new { email = "ada@example.com" } })).GetProperty("outcome").Text("code").Should().Be("eventNameMissing");
        var body = new { payload = new { id = "d1", email = "ada@example.com", @event = "signUp" } };
        (await SendAsync(source, body)).GetProperty("outcome").Text("status").Should().Be("processed");
        (await SendAsync(source, body)).GetProperty("outcome").Text("status").Should().Be("duplicate");
        (await source.CountsAsync()).Should().Be((1, 1, 1, 0));
    }

    [Test]
    public async Task A_test_delivery_of_a_list_and_of_a_form_is_read_as_its_sender_sends_it()
    {
        var list = await Source.CreateAsync(_client, new { preset = "sendgrid", signature = new { } });
        var sample = (await _client.ItemsAsync("/api/event-sources/presets")).Single(preset => preset.Text("id") == "sendgrid").GetProperty("sample");

        (await SendAsync(list, sample)).GetProperty("outcome").GetProperty("processed").GetInt32().Should().Be(3);
        var form = await Source.CreateAsync(_client);
        (await SendAsync(form, new { payload = "email=ada%40example.com&event=signUp", headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" } }))
            .GetProperty("outcome").Text("status").Should().Be("processed");
    }

    [Test]
    public async Task A_test_delivery_can_be_the_question_that_the_sender_asks()
    {
        var source = await Source.CreateAsync(_client, new { preset = "slack", signature = new { } });

        var sent = await SendAsync(source, new { payload = new { challenge = "3eZbrw1aB", type = "url_verification" } });

        sent.GetProperty("outcome").Text("status").Should().Be("handshake");
        sent.Text("answer").Should().Be("3eZbrw1aB");
    }

    [Test]
    public async Task A_bad_test_delivery_is_refused_at_its_field()
    {
        var source = await Source.CreateAsync(_client);

        (await _client.PostAsync($"{source.Path}/test", new { })).ShouldRefuse("payload");
        (await _client.PostAsync($"{source.Path}/test", new { payload = "{}", headers = Enumerable.Range(0, 101).ToDictionary(number => $"X-{number}", _ => "x") })).ShouldRefuse("headers");
        (await _client.PostAsync($"/api/event-sources/{Guid.CreateVersion7()}/test", new { payload = "{}" })).ShouldBeProblem(404, "eventSourceNotFound");
        await source.EditAsync(new { name = "Off", enabled = false, emailPath = "email", eventName = new { path = "event" } });
        (await _client.PostAsync($"{source.Path}/test", new { payload = "{}" })).ShouldBeProblem(410, "eventSourceDisabled");
    }

    [Test]
    public async Task A_source_says_when_the_last_delivery_came_and_how_the_last_day_went()
    {
        var source = await Source.CreateAsync(_client);
        (await source.GetAsync()).ShouldHave(("lastDeliveryAt", (object?)null), ("lastDay", Counts(0, 0)));
        await source.PostAsync("""{"email":"ada@example.com","event":"signUp"}""");
        App.Clock.Advance(TimeSpan.FromHours(25));
        await source.PostAsync("""{"email":"ada@example.com"}""");

        var now = await source.GetAsync();
        now.ShouldHave(("counts", Counts(1, 1)), ("lastDay", Counts(0, 1)));
        now.GetProperty("lastDeliveryAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await _client.ItemsAsync("/api/event-sources"))[0].GetProperty("lastDeliveryAt").GetDateTimeOffset().Should().Be(now.GetProperty("lastDeliveryAt").GetDateTimeOffset());

        static object Counts(int processed, int skipped) => new { processed, skipped, duplicate = 0, refused = 0, ignored = 0, handshake = 0 };
    }

    private async Task<System.Text.Json.JsonElement> SendAsync(Source source, object body) =>
        (await _client.PostAsync($"{source.Path}/test", body)).ShouldBe(200).Json;
}
