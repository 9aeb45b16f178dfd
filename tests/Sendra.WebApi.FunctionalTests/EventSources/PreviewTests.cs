using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>A mapping can be tried before it counts (S9).</summary>
internal sealed class PreviewTests(string provider) : FunctionalTest(provider)
{
    private const string Unsaved = "/api/event-sources/preview";

    private static readonly object Mapping = new
    {
        emailPath = "data.email",
        eventName = new { path = "header:X-Event" },
        contactProperties = new { firstName = "data.first" },
        deliveryIdPath = "id",
    };

    private TestClient _client = null!;

    [SetUp]
    public async Task RegisterAsync() => _client = await App.RegisterAsync();

    [TearDown]
    public async Task Nothing_was_written()
    {
        (await App.Database.CountAsync("received_events")).Should().Be(0);
        (await App.Database.CountAsync("deliveries")).Should().Be(0);
        (await App.Database.CountAsync("contacts")).Should().Be(0);
    }

    [Test]
    public async Task S9_a_preview_shows_what_would_be_read()
    {
        var preview = (await _client.PostAsync(Unsaved, new
        {
            payload = new { id = "d1", data = new { email = "Ada@Example.com", first = "Ada" } },
            headers = new { xevent = "no", xx = "", },
            mapping = Mapping,
        })).ShouldBe(200).Json;
        preview.Text("code").Should().Be("eventNameMissing");

        preview = (await _client.PostTextAsync(Unsaved, $$$"""{"payload":{"id":"d1","data":{"email":"Ada@Example.com","first":"Ada","n":1.10}},"headers":{"x-event":"signUp"},"mapping":{{{JsonSerializer.Serialize(Mapping)}}}}""")).ShouldBe(200).Json;
        preview.TryGetProperty("reason", out _).Should().BeFalse();
        preview.GetProperty("mapped").GetRawText().Should().Be(
            """{"email":"ada@example.com","externalId":null,"eventName":"signUp","eventProperties":{"id":"d1","data":{"email":"Ada@Example.com","first":"Ada","n":1.10}},"contactProperties":{"firstName":"Ada"},"deliveryId":"d1","warnings":[]}""");
        preview.GetProperty("emailCandidates").GetRawText().Should().Be("""["data.email"]""");
    }

    [Test]
    public async Task S9_a_preview_says_why_not_and_offers_where_the_email_is()
    {
        var source = await Source.CreateAsync(_client);

        var preview = (await _client.PostAsync($"{source.Path}/preview", new
        {
            payload = new { @event = "x", support = new { email = "help@example.com" }, data = new { customer = new { email = "ada@example.com" } } },
        })).ShouldBe(200).Json;

        preview.GetProperty("mapped").ValueKind.Should().Be(JsonValueKind.Null);
        preview.Text("code").Should().Be("emailMissing");
        preview.Text("reason").Should().Contain("`email`");
        preview.GetProperty("emailCandidates").EnumerateArray().First().GetString().Should().Be("data.customer.email");
    }

    [Test]
    public async Task S9_another_mapping_can_be_tried_on_a_saved_source()
    {
        var source = await Source.CreateAsync(_client);
        var body = new { payload = new { mail = "ada@example.com" }, mapping = new { emailPath = "mail", eventName = new { @fixed = "x" } } };

        (await _client.PostAsync($"{source.Path}/preview", body)).ShouldBe(200).Json.GetProperty("mapped").Text("eventName").Should().Be("x");
        (await source.GetAsync()).Text("emailPath").Should().Be("email");
    }

    [TestCase("user[email]=ada%40example.com&event=x", "user.email")]
    [TestCase("{\"user\":{\"email\":\"ada@example.com\"}}", "user.email")]
    public async Task S9_a_raw_body_can_be_pasted_as_text(string payload, string path) =>
        (await _client.PostAsync(Unsaved, new { payload })).ShouldBe(200).Json.GetProperty("emailCandidates")[0].GetString().Should().Be(path);

    [Test]
    public async Task S9_what_is_no_body_is_told_so()
    {
        (await _client.PostAsync(Unsaved, new { payload = "{ no JSON" })).ShouldBe(200).Json.Text("code").Should().Be("notJson");
        (await _client.PostAsync(Unsaved, new { payload = "" })).ShouldBe(200).Json.Text("code").Should().Be("emptyBody");
        (await _client.PostAsync(Unsaved, new { mapping = Mapping })).ShouldRefuse("payload");
        (await _client.PostAsync(Unsaved, new { payload = 1, mapping = new { emailPath = "a..b" } })).ShouldRefuse("mapping.emailPath", "mapping.eventName");
        (await _client.PostAsync(Unsaved, new { payload = new string('x', 1024 * 1024) })).ShouldRefuse("payload");
        (await _client.PostAsync(Unsaved, new { payload = new string('x', 1000 * 1024) })).ShouldBe(200);
    }
}
