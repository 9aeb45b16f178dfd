using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>Sources as members make and mend them (S1, S2, S8).</summary>
internal sealed class EventSourceTests(string provider) : FunctionalTest(provider)
{
    private TestClient _client = null!;

    [SetUp]
    public async Task RegisterAsync() => _client = await App.RegisterAsync();

    [Test]
    public async Task S1_a_source_is_answered_as_it_was_made()
    {
        var made = (await _client.PostAsync("/api/event-sources", new
        {
            name = "Billing",
            emailPath = "data.customer.email",
            eventName = new { @fixed = "purchaseCompleted" },
            propertiesPath = "data",
            contactProperties = new { firstName = @"data.first\.name" },
            deliveryIdPath = "header:X-Id",
            signature = new { scheme = "hmacSha256", header = "X-Sig", secrets = (string[])["one", "two"] },
            retentionDays = 7,
        })).ShouldBe(201);

        var json = made.Json;
        made.Headers.Location!.ToString().Should().EndWith($"/api/event-sources/{json.GetProperty("id").GetGuid()}");
        json.Text("url").Should().MatchRegex("^http://127.0.0.1:[0-9]+/api/webhooks/[0-9A-Za-z]{32}$");
        json.GetProperty("enabled").GetBoolean().Should().BeTrue();
        json.GetProperty("eventName").GetRawText().Should().Be("""{"fixed":"purchaseCompleted"}""");
        json.GetProperty("contactProperties").GetRawText().Should().Be("""{"firstName":"data.first\\.name"}""");
        json.GetProperty("signature").GetRawText().Should().Be("""{"scheme":"hmacSha256","secretCount":2,"header":"X-Sig"}""");
        json.GetProperty("counts").GetRawText().Should().Be("""{"processed":0,"skipped":0,"duplicate":0,"refused":0,"ignored":0,"handshake":0}""");
        (await _client.GetAsync($"/api/event-sources/{json.GetProperty("id").GetGuid()}")).ShouldBe(200).Json.GetRawText().Should().Be(json.GetRawText());
        (await _client.ItemsAsync("/api/event-sources")).Should().ContainSingle().Which.GetRawText().Should().Be(json.GetRawText());
    }

    [Test]
    public async Task S1_the_URL_begins_as_PublicUrl_says()
    {
        Assume.That(App.Database.ServesManyNodes);
        await using var node = await App.StartNodeAsync(new() { ["PublicUrl"] = "https://events.example.com/sendra/" });

        // The session's cookie is for https alone there.
        var key = (await _client.PostAsync("/api/api-keys", new { name = "K", scopes = new[] { "manage" } })).ShouldBe(201).Json.Text("key");
        var source = await new TestClient(node.Address) { ApiKey = key }.PostAsync("/api/event-sources", new { preset = "stripe" });

        source.ShouldBe(201).Json.Text("url").Should().StartWith("https://events.example.com/sendra/api/webhooks/");
    }

    [TestCase("stripe")]
    [TestCase("github")]
    [TestCase("shopify")]
    [TestCase("paddle")]
    [TestCase("lemon-squeezy")]
    [TestCase("clerk")]
    [TestCase("generic")]
    public async Task S8_a_preset_alone_makes_a_source(string preset)
    {
        var known = (await _client.ItemsAsync("/api/event-sources/presets")).Single(item => item.Text("id") == preset);

        var made = (await _client.PostAsync("/api/event-sources", new { preset })).ShouldBe(201).Json;

        foreach (var field in (string[])["name", "emailPath", "eventName", "propertiesPath", "contactProperties", "deliveryIdPath"])
        {
            made.GetProperty(field).GetRawText().Should().Be(known.GetProperty(field).GetRawText(), field);
        }

        made.Text("preset").Should().Be(preset);
        made.GetProperty("signature").ValueKind.Should().Be(JsonValueKind.Null, "there is no secret to check with");
    }

    [Test]
    public async Task S8_what_is_given_wins_over_the_preset()
    {
        var made = (await _client.PostAsync("/api/event-sources", new
        {
            preset = "stripe",
            name = "Mine",
            emailPath = "data.object.email",
            eventName = new { @fixed = "paid" },
            contactProperties = new { },
            signature = new { secrets = (string[])["whsec_1"] },
        })).ShouldBe(201).Json;

        made.Text("name").Should().Be("Mine");
        made.Text("emailPath").Should().Be("data.object.email");
        made.GetProperty("eventName").GetRawText().Should().Be("""{"fixed":"paid"}""");
        made.GetProperty("contactProperties").GetRawText().Should().Be("{}");
        made.Text("deliveryIdPath").Should().Be("id");
        made.GetProperty("signature").GetRawText().Should().Be("""{"scheme":"stripe","secretCount":1}""");
    }

    [TestCase("""{}""", "name", "emailPath", "eventName")]
    [TestCase("""{"name":" ","emailPath":"a..b","eventName":{"path":"a","fixed":"b"}}""", "name", "emailPath", "eventName")]
    [TestCase("""{"name":"A","emailPath":"a","eventName":{"fixed":" b"}}""", "eventName.fixed")]
    [TestCase("""{"name":"A","emailPath":"header:","eventName":{"path":"b\\"}}""", "emailPath", "eventName.path")]
    [TestCase("""{"name":"A","emailPath":"a","eventName":{"path":"b"},"propertiesPath":"header:X","deliveryIdPath":"","contactProperties":{"x":null}}""", "propertiesPath", "deliveryIdPath", "contactProperties.x")]
    [TestCase("""{"preset":"nobody","name":"A","emailPath":"a","eventName":{"path":"b"}}""", "preset")]
    [TestCase("""{"preset":"generic","retentionDays":0}""", "retentionDays")]
    [TestCase("""{"preset":"generic","retentionDays":366}""", "retentionDays")]
    [TestCase("""{"preset":"generic","signature":{"scheme":"nothing","secrets":["x"]}}""", "signature.scheme")]
    [TestCase("""{"preset":"generic","handshake":{"type":"nothing"}}""", "handshake.type")]
    [TestCase("""{"preset":"generic","handshake":{"type":"queryEcho"}}""", "handshake.parameter")]
    [TestCase("""{"preset":"generic","handshake":{"type":"bodyEcho","field":"a..b"}}""", "handshake.field")]
    [TestCase("""{"preset":"generic","signature":{"scheme":"general","header":"X-P","algorithm":"hmacSha256","signed":"x"}}""", "signature.signed")]
    [TestCase("""{"preset":"generic","itemsPath":"header:X","bodyPath":"a..b"}""", "itemsPath", "bodyPath")]
    [TestCase("""{"preset":"generic","signature":{"scheme":"github","secrets":["good",""," bad",null]}}""", "signature.secrets[1]", "signature.secrets[2]", "signature.secrets[3]")]
    [TestCase("""{"preset":"generic","signature":{"scheme":"standardWebhooks","secrets":["whsec_!"]}}""", "signature.secrets[0]")]
    [TestCase("""{"preset":"generic","signature":{"scheme":"hmacSha256","header":"no header","secrets":["x"]}}""", "signature.header")]
    [TestCase("""{"preset":"generic","url":"https://example.com"}""", "url")]
    public async Task S2_what_makes_no_sense_is_refused_by_field(string json, params string[] fields)
    {
        (await _client.PostTextAsync("/api/event-sources", json)).ShouldRefuse(fields);
        (await App.Database.CountAsync("event_sources")).Should().Be(0);
    }

    [Test]
    public async Task S2_editing_replaces_the_mapping_and_keeps_what_is_no_mapping()
    {
        var source = await Source.CreateAsync(_client, new { preset = "stripe", enabled = false, retentionDays = 5 });

        var edited = await source.EditAsync(new { name = "New", emailPath = "x", eventName = new { path = "y" } });

        edited.Text("emailPath").Should().Be("x");
        edited.GetProperty("contactProperties").GetRawText().Should().Be("{}");
        edited.GetProperty("deliveryIdPath").ValueKind.Should().Be(JsonValueKind.Null);
        edited.Text("preset").Should().Be("stripe");
        edited.GetProperty("enabled").GetBoolean().Should().BeFalse();
        edited.GetProperty("retentionDays").GetInt32().Should().Be(5);
        edited.Text("url").Should().Be(source.Url);
        (await _client.PutAsync(source.Path, new { name = "New", emailPath = "x." })).ShouldRefuse("emailPath", "eventName");
    }

    [TestCase(-1)]
    [TestCase(721)]
    public async Task S1_an_overlap_has_limits(int overlapHours)
    {
        var source = await Source.CreateAsync(_client);

        (await _client.PostAsync($"{source.Path}/rotate", new { overlapHours })).ShouldRefuse("overlapHours");
    }

    [Test]
    public async Task H3_sources_and_deliveries_come_in_pages()
    {
        var sources = new List<Source>();
        for (var number = 0; number < 5; number++)
        {
            sources.Add(await Source.CreateAsync(_client));
        }

        (await PagesAsync("/api/event-sources?limit=2")).Should().Equal(sources.Select(source => source.Id).Reverse());
        for (var number = 0; number < 5; number++)
        {
            (await sources[0].PostAsync(number % 2 == 0 ? "{}" : """{"email":"ada@example.com","event":"x"}""")).ShouldBe(200);
        }

        (await PagesAsync($"{sources[0].Path}/deliveries?limit=2")).Should().HaveCount(5).And.OnlyHaveUniqueItems().And.BeInDescendingOrder(id => id);
        (await PagesAsync($"{sources[0].Path}/deliveries?limit=2&status=skipped")).Should().HaveCount(3);
        (await _client.GetAsync($"{sources[0].Path}/deliveries?status=lost")).ShouldRefuse("status");
        (await _client.GetAsync($"{sources[0].Path}/deliveries?limit=0")).ShouldRefuse("limit");
        (await _client.GetAsync("/api/event-sources?cursor=x")).ShouldRefuse("cursor");
    }

    [Test]
    public async Task W4_another_workspaces_source_and_delivery_are_404_and_stay_as_they_are()
    {
        var source = await Source.CreateAsync(_client);
        (await source.PostAsync("{}")).ShouldBe(200);
        var delivery = (await source.DeliveriesAsync()).Single().GetProperty("id").GetGuid();
        var before = (await source.GetAsync()).GetRawText();
        var other = await App.RegisterAsync();
        var body = new { name = "Stolen", emailPath = "x", eventName = new { path = "y" } };

        (await other.GetAsync(source.Path)).ShouldBeProblem(404, "eventSourceNotFound");
        (await other.PutAsync(source.Path, body)).ShouldBeProblem(404, "eventSourceNotFound");
        (await other.DeleteAsync(source.Path)).ShouldBeProblem(404, "eventSourceNotFound");
        (await other.PostAsync($"{source.Path}/rotate", new { overlapHours = 0 })).ShouldBeProblem(404, "eventSourceNotFound");
        (await other.PostAsync($"{source.Path}/preview", new { payload = new { } })).ShouldBeProblem(404, "eventSourceNotFound");
        (await other.PostAsync($"{source.Path}/replay-skipped")).ShouldBeProblem(404, "eventSourceNotFound");
        (await other.GetAsync($"{source.Path}/deliveries")).ShouldBeProblem(404, "eventSourceNotFound");
        (await other.GetAsync($"/api/deliveries/{delivery}")).ShouldBeProblem(404, "deliveryNotFound");
        (await other.PostAsync($"/api/deliveries/{delivery}/replay")).ShouldBeProblem(404, "deliveryNotFound");
        (await other.ItemsAsync("/api/event-sources")).Should().BeEmpty();

        (await source.GetAsync()).GetRawText().Should().Be(before);
        (await App.Anonymous().GetAsync(source.Path)).ShouldBe(401);
        (await App.Anonymous().PostAsync($"/api/deliveries/{delivery}/replay")).ShouldBe(401);
    }

    private async Task<List<Guid>> PagesAsync(string path)
    {
        var ids = new List<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await _client.GetAsync(cursor.Length == 0 ? path : $"{path}&cursor={cursor}")).ShouldBe(200).Json;
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        return ids;
    }
}
