using System.Text;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>What senders post, and what becomes of it.</summary>
internal sealed class WebhookTests(string provider) : FunctionalTest(provider)
{
    private const string Signup = """{"email":"Ada@Example.com","event":"signUp","id":"d1"}""";

    private TestClient _client = null!;
    private Source _source = null!;

    [SetUp]
    public async Task MakeSourceAsync()
    {
        _client = await App.RegisterAsync();
        _source = await Source.CreateAsync(_client);
    }

    [Test]
    public async Task S4_a_mapped_delivery_has_the_effect_of_the_same_event_by_the_API()
    {
        await _client.LiveAutomationAsync("signUp");

        var answer = (await _source.PostAsync(Signup)).ShouldBe(200).Json;

        answer.Text("status").Should().Be("processed");
        answer.Effect().Should().Be((1, 0));
        answer.EnumerateObject().Select(field => field.Name).Should().BeEquivalentTo("status", "eventId", "enrolled", "exited", "woken");
        var logged = (await _client.GetAsync($"/api/events/{answer.GetProperty("eventId").GetGuid()}")).ShouldBe(200).Json;
        logged.Text("email").Should().Be("ada@example.com");
        logged.GetProperty("properties").GetRawText().Should().Be(Signup, "the payload is the event's properties");
        var origin = logged.GetProperty("origin");
        origin.Text("type").Should().Be("webhook");
        origin.Text("sourceName").Should().Be("Test");
        origin.GetProperty("sourceId").GetGuid().Should().Be(_source.Id);
        origin.GetProperty("deliveryId").GetGuid().Should().Be((await _source.LastDeliveryAsync()).GetProperty("id").GetGuid());
        (await _client.ItemsAsync($"/api/events?sourceId={_source.Id}")).Should().ContainSingle();
        (await _client.ItemsAsync("/api/events?origin=webhook")).Should().ContainSingle();
        (await _client.ItemsAsync("/api/enrollments")).Should().ContainSingle();
    }

    [Test]
    public async Task S4_properties_and_contact_properties_are_read_by_path()
    {
        var source = await Source.CreateAsync(_client, new
        {
            name = "Billing",
            emailPath = "data.items.0.email",
            eventName = new { @fixed = "paid" },
            propertiesPath = "data.plan",
            contactProperties = new { firstName = "data.first", lastName = "data.last" },
        });

        (await source.PostAsync("""{"data":{"items":[{"email":"ada@example.com"}],"plan":{"price":1.10},"first":"Ada","last":null}}""")).ShouldBe(200);

        var logged = (await _client.ItemsAsync("/api/events?eventName=paid")).Single();
        logged.GetProperty("properties").GetRawText().Should().Be("""{"price":1.10}""");
        var contact = (await _client.ItemsAsync("/api/contacts?email=ada@example.com")).Single();
        contact.Text("firstName").Should().Be("Ada");
        contact.GetProperty("lastName").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Test]
    public async Task S5_what_can_not_be_mapped_is_skipped_with_the_reason_and_kept()
    {
        var answer = (await _source.PostAsync("""{"event":"signUp","mail":"ada@example.com"}""", ("Cookie", "secret=1"), ("Authorization", "Bearer secret"), ("X-Custom", "kept"))).ShouldBe(200).Json;

        answer.Text("status").Should().Be("skipped");
        answer.Text("code").Should().Be("emailMissing");
        answer.Text("reason").Should().Contain("`email`").And.Contain("`mail`");
        var delivery = await _source.LastDeliveryAsync();
        delivery.Text("status").Should().Be("skipped");
        delivery.Text("reason").Should().Be(answer.Text("reason"));
        delivery.Text("payload").Should().Be("""{"event":"signUp","mail":"ada@example.com"}""");
        delivery.GetProperty("headers").Text("X-Custom").Should().Be("kept");
        delivery.GetRawText().Should().NotContainAny("secret=1", "Bearer secret", _source.Token);
        (await _source.CountsAsync()).Should().Be((0, 1, 0, 0));
        (await App.Database.CountAsync("received_events")).Should().Be(0);
    }

    [TestCase("emailNotAString", """{"email":7,"event":"x"}""")]
    [TestCase("emailInvalid", """{"email":"no address","event":"x"}""")]
    [TestCase("eventNameMissing", """{"email":"ada@example.com"}""")]
    [TestCase("eventNameInvalid", """{"email":"ada@example.com","event":" x"}""")]
    [TestCase("notJson", """{"email":"ada@example.com","event":"x"}}""")]
    [TestCase("notJson", """{"email":"ada@example.com","email":"bob@example.com","event":"x"}""")]
    [TestCase("notJson", "\u0000\u0001", TestName = "S5_every_reason_has_a_code(notJson, control characters)")]
    [TestCase("payloadIsList", """[{"email":"ada@example.com","event":"x"}]""")]
    [TestCase("payloadIsList", "[]")]
    [TestCase("emptyBody", "")]
    [TestCase("emptyBody", "  \n")]
    public async Task S5_every_reason_has_a_code(string code, string body)
    {
        (await _source.PostAsync(body)).ShouldBe(200).Json.Text("code").Should().Be(code);
        (await _source.DeliveriesAsync("?status=skipped")).Should().ContainSingle().Which.Text("code").Should().Be(code);
    }

    [Test]
    public async Task S11_a_list_is_skipped_even_where_a_path_names_an_item()
    {
        var source = await Source.CreateAsync(_client, new { name = "First of many", emailPath = "0.email", eventName = new { path = "0.event" } });
        const string Many = """[{"email":"ada@example.com","event":"open"},{"email":"bob@example.com","event":"click"}]""";

        var answer = (await source.PostAsync(Many)).ShouldBe(200).Json;

        (answer.Text("status"), answer.Text("code")).Should().Be(("skipped", "payloadIsList"));
        answer.Text("reason").Should().Contain("a list of 2").And.Contain("Set the items path to $");
        (await source.LastDeliveryAsync()).Text("payload").Should().Be(Many);
        (await App.Database.CountAsync("received_events")).Should().Be(0);
        var preview = (await _client.PostAsync("/api/event-sources/preview", new { payload = Many })).ShouldBe(200).Json;
        preview.Text("code").Should().Be("payloadIsList");
        preview.GetProperty("emailCandidates").GetArrayLength().Should().Be(0);
    }

    [TestCase("x-unheard-of")]
    [TestCase("gzip, zstd")]
    public async Task S15_what_is_encoded_in_a_way_that_is_not_read_is_skipped_with_the_true_reason(string coding)
    {
        var content = new ByteArrayContent(Gzip("""{"email":"ada@example.com","event":"x"}"""));
        content.Headers.ContentType = new("application/json");
        content.Headers.Add("Content-Encoding", coding);

        var answer = (await _source.SendAsync(HttpMethod.Post, content)).ShouldBe(200).Json;

        (answer.Text("status"), answer.Text("code")).Should().Be(("skipped", "contentEncodingUnknown"));
        answer.Text("reason").Should().Contain(coding).And.Contain("uncompressed").And.NotContain("UTF-8");
        (await _source.LastDeliveryAsync()).Text("reason").Should().Be(answer.Text("reason"));
    }

    [Test]
    public async Task S15_gzip_that_nothing_declares_is_called_gzip() =>
        (await _source.PostAsync(Gzip("{}"), "application/json")).ShouldBe(200).Json.Text("reason").Should().Contain("gzip").And.NotContain("UTF-8");

    [Test]
    public async Task S15_identity_is_no_encoding() =>
        (await _source.PostAsync("""{"email":"ada@example.com","event":"x"}""", ("Content-Encoding", "identity"))).ShouldBe(200).Json.Text("status").Should().Be("processed");

    [TestCase("email=ada%40example.com&event=signUp", "application/x-www-form-urlencoded")]
    [TestCase("email=ada%40example.com&event=signUp", null)]
    [TestCase("email=ada%40example.com&event=signUp", "text/plain")]
    [TestCase("""{"email":"ada@example.com","event":"signUp"}""", null)]
    [TestCase("""{"email":"ada@example.com","event":"signUp"}""", "text/html")]
    [TestCase("""{"email":"ada@example.com","event":"signUp"}""", "application/x-www-form-urlencoded")]
    [TestCase("""{"email":"ada@example.com","event":"signUp"}""", "application/vnd.acme+json; charset=utf-8")]
    public async Task S3_JSON_and_forms_are_read_whatever_their_content_type(string body, string? contentType)
    {
        (await _source.PostAsync(Encoding.UTF8.GetBytes(body), contentType)).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await _client.ItemsAsync("/api/events?email=ada@example.com")).Should().ContainSingle().Which.Text("eventName").Should().Be("signUp");
    }

    [Test]
    public async Task S3_forms_with_brackets_read_as_paths()
    {
        var source = await Source.CreateAsync(_client, new { name = "PHP", emailPath = "data.customers.1.email", eventName = new { path = "data.type" } });

        var answer = await source.PostAsync(
            "data[type]=paid&data[customers][0][email]=bob%40example.com&data%5Bcustomers%5D%5B1%5D%5Bemail%5D=ada%40example.com&data[tags][]=a&data[tags][]=b"u8.ToArray(),
            "application/x-www-form-urlencoded");

        answer.ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await _client.ItemsAsync("/api/events")).Single().GetProperty("properties").GetRawText().Should().Be(
            """{"data":{"type":"paid","customers":[{"email":"bob@example.com"},{"email":"ada@example.com"}],"tags":["a","b"]}}""");
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static IEnumerable<TestCaseData> Encodings()
    {
        yield return new TestCaseData(new UTF8Encoding(true), "application/json").SetArgDisplayNames("byte-order mark");
        yield return new TestCaseData(new UnicodeEncoding(false, true), "application/json; charset=utf-16").SetArgDisplayNames("UTF-16LE");
        yield return new TestCaseData(new UnicodeEncoding(true, false), "application/json").SetArgDisplayNames("UTF-16BE without mark");
        yield return new TestCaseData(Encoding.Latin1, "application/json; charset=iso-8859-1").SetArgDisplayNames("Latin 1");
    }

    [TestCaseSource(nameof(Encodings))]
    public async Task S3_other_encodings_are_read_and_kept_byte_for_byte(Encoding encoding, string contentType)
    {
        byte[] body = [.. encoding.GetPreamble(), .. encoding.GetBytes("""{"email":"ada@example.com","event":"größe"}""")];

        (await _source.PostAsync(body, contentType)).ShouldBe(200).Json.Text("status").Should().Be("processed");

        (await _client.ItemsAsync("/api/events")).Single().GetProperty("properties").Text("event").Should().Be("größe");
        var delivery = await _source.LastDeliveryAsync();
        var kept = delivery.Text("payloadEncoding") == "base64" ? Convert.FromBase64String(delivery.Text("payload")) : Encoding.UTF8.GetBytes(delivery.Text("payload"));
        kept.Should().Equal(body);
    }

    [Test]
    public async Task S5_bytes_that_are_no_text_are_kept_too()
    {
        byte[] body = [0xFF, 0x00, 0x80, 0xFE, 0x01];

        (await _source.PostAsync(body, "application/octet-stream")).ShouldBe(200).Json.Text("status").Should().Be("skipped");

        var delivery = await _source.LastDeliveryAsync();
        delivery.Text("payloadEncoding").Should().Be("base64");
        Convert.FromBase64String(delivery.Text("payload")).Should().Equal(body);
    }

    [Test]
    public async Task S4_a_payload_of_900_KiB_needs_a_properties_path()
    {
        var body = $$"""{"email":"ada@example.com","event":"big","small":{"a":1},"blob":"{{new string('x', 900 * 1024)}}"}""";

        (await _source.PostAsync(body)).ShouldBe(200).Json.Text("code").Should().Be("propertiesTooLarge");
        await _source.EditAsync(new { name = "Test", emailPath = "email", eventName = new { path = "event" }, propertiesPath = "small" });

        (await _source.PostAsync(body)).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await _source.LastDeliveryAsync()).Text("payload").Should().Be(body);
    }

    [Test]
    public async Task S10_a_body_over_1_MiB_is_413_chunked_or_not([Values] bool chunked)
    {
        using var content = new ByteArrayContent(new byte[1024 * 1024 + 1]);

        var answer = await _source.SendAsync(HttpMethod.Post, content, chunked ? [("Transfer-Encoding", "chunked")] : []);

        answer.ShouldBeProblem(413, "bodyTooLarge");
        var delivery = await _source.LastDeliveryAsync();
        (delivery.Text("status"), delivery.Text("code"), delivery.Text("payload")).Should().Be(("refused", "bodyTooLarge", ""));
        (await App.Database.CountAsync("deliveries")).Should().Be(1);
    }

    [Test]
    public async Task S10_a_body_of_exactly_1_MiB_is_taken([Values] bool chunked)
    {
        using var content = new ByteArrayContent(new byte[1024 * 1024]);

        (await _source.SendAsync(HttpMethod.Post, content, chunked ? [("Transfer-Encoding", "chunked")] : [])).ShouldBe(200);
        (await App.Database.CountAsync("deliveries")).Should().Be(1);
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    public async Task S1_other_methods_are_405(string method) =>
        (await _source.SendAsync(new HttpMethod(method), null)).ShouldBeProblem(405, "methodNotAllowed");

    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("short")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/extra")]
    [TestCase("%FF%41")]
    [TestCase("hidden")]
    public async Task S1_an_unknown_URL_is_404(string token)
    {
        (await App.Anonymous().PostTextAsync($"/api/webhooks/{token}", Signup)).ShouldBe(404);
        (await App.Database.CountAsync("deliveries")).Should().Be(0);
    }

    [Test]
    public async Task S1_a_trailing_slash_and_a_query_do_no_harm()
    {
        var posted = await App.Anonymous().PostTextAsync($"/API/Webhooks/{_source.Token}/?key=1", Signup);

        posted.ShouldBe(200).Json.Text("status").Should().Be("processed");
    }

    [Test]
    public async Task S1_a_disabled_source_answers_410_at_once_and_records_nothing()
    {
        (await _source.PostAsync(Signup)).ShouldBe(200);
        await _source.EditAsync(new { name = "Test", enabled = false, emailPath = "email", eventName = new { path = "event" } });

        (await _source.PostAsync(Signup)).ShouldBeProblem(410, "eventSourceDisabled");
        (await _source.PostAsync(Signup)).ShouldBeProblem(410, "eventSourceDisabled");
        (await App.Database.CountAsync("deliveries")).Should().Be(1);

        await _source.EditAsync(new { name = "Test", enabled = true, emailPath = "email", eventName = new { path = "event" } });
        (await _source.PostAsync(Signup)).ShouldBe(200);
    }

    [Test]
    public async Task S1_a_rotated_URL_works_for_the_overlap_and_no_longer()
    {
        (await _source.PostAsync(Signup)).ShouldBe(200);
        var rotated = new Source(_client, (await _client.PostAsync($"{_source.Path}/rotate", new { overlapHours = 24 })).ShouldBe(200).Json);

        rotated.Url.Should().NotBe(_source.Url);
        (await _source.GetAsync()).Text("url").Should().Be(rotated.Url);
        (await _source.PostAsync(Signup)).ShouldBe(200);
        (await rotated.PostAsync(Signup)).ShouldBe(200);

        App.Clock.Advance(TimeSpan.FromHours(24));
        (await _source.PostAsync(Signup)).ShouldBeProblem(404, "webhookNotFound");
        (await rotated.PostAsync(Signup)).ShouldBe(200);
    }

    [Test]
    public async Task S1_a_leaked_URL_is_dead_at_once()
    {
        (await _source.PostAsync(Signup)).ShouldBe(200);

        (await _client.PostAsync($"{_source.Path}/rotate", new { overlapHours = 0 })).ShouldBe(200);

        (await _source.PostAsync(Signup)).ShouldBeProblem(404, "webhookNotFound");
    }

    [Test]
    public async Task S1_a_deleted_source_is_gone_with_its_deliveries_and_its_events_stay()
    {
        (await _source.PostAsync(Signup)).ShouldBe(200);
        (await _client.DeleteAsync(_source.Path)).ShouldBe(204);

        (await _source.PostAsync(Signup)).ShouldBeProblem(404, "webhookNotFound");
        (await _client.GetAsync(_source.Path)).ShouldBe(404);
        (await App.Database.CountAsync("deliveries")).Should().Be(0);
        (await App.Database.CountAsync("event_source_tokens")).Should().Be(0);
        var origin = (await _client.ItemsAsync($"/api/events?sourceId={_source.Id}")).Single().GetProperty("origin");
        origin.TryGetProperty("sourceName", out _).Should().BeFalse();
    }

    [Test]
    public async Task S1_changes_made_on_one_node_count_on_the_other_at_once()
    {
        await using var second = await App.StartSecondNodeAsync();
        var there = new Uri(second.Address, new Uri(_source.Url).AbsolutePath).ToString();
        (await second.Anonymous().PostTextAsync(there, Signup)).ShouldBe(200).Json.Text("status").Should().Be("processed");

        await _source.EditAsync(new { name = "Test", emailPath = "mail", eventName = new { path = "event" } });
        (await second.Anonymous().PostTextAsync(there, """{"mail":"bob@example.com","event":"signUp"}""")).ShouldBe(200).Json.Text("status").Should().Be("processed");

        await _source.EditAsync(new { name = "Test", enabled = false, emailPath = "mail", eventName = new { path = "event" } });
        (await second.Anonymous().PostTextAsync(there, Signup)).ShouldBe(410);
        await _source.EditAsync(new { name = "Test", enabled = true, emailPath = "mail", eventName = new { path = "event" } });
        (await second.Anonymous().PostTextAsync(there, Signup)).ShouldBe(200);

        (await _client.PostAsync($"{_source.Path}/rotate", new { overlapHours = 0 })).ShouldBe(200);
        (await second.Anonymous().PostTextAsync(there, Signup)).ShouldBe(404);
    }

    [Test]
    public async Task S10_500_edits_beside_500_deliveries_refuse_none_on_one_node_or_two()
    {
        await using var second = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        TestNode[] nodes = [App.Node, second ?? App.Node];
        var automation = await _client.LiveAutomationAsync("signUp");
        var path = new Uri(_source.Url).AbsolutePath;

        var edits = Task.WhenAll(
            RepeatAsync(125, number => EditorOn(number).PostAsync("/api/automations", new { name = $"A {number}", trigger = new { eventName = "signUp" } })),
            RepeatAsync(125, number => EditorOn(number).PostAsync("/api/automations", new { name = $"B {number}", trigger = new { eventName = "other" } })),
            RepeatAsync(125, number => EditorOn(number).PutAsync($"/api/automations/{automation}", new { name = $"C {number}", trigger = new { eventName = "signUp" } })),
            RepeatAsync(125, number => EditorOn(number).PutAsync(_source.Path, new { name = "Test", emailPath = number % 2 == 0 ? "email" : "mail", eventName = new { path = "event" }, deliveryIdPath = "id" })));
        var deliveries = await Task.WhenAll(Enumerable.Range(0, 4).Select(sender => RepeatAsync(125, number => nodes[number % 2].Anonymous().PostTextAsync(
            path, $$"""{"email":"ada{{sender}}@example.com","mail":"ada{{sender}}@example.com","event":"signUp","id":"{{sender}}-{{number}}"}"""))));

        deliveries.SelectMany(answers => answers).Select(answer => (answer.Status, answer.Json.Text("status"))).Should().AllBeEquivalentTo((200, "processed"));
        (await edits).SelectMany(answers => answers).Select(answer => answer.Status).Should().OnlyContain(status => status == 200 || status == 201);
        (await App.Database.CountAsync("received_events")).Should().Be(500);
        (await _source.CountsAsync()).Should().Be((500, 0, 0, 0));
        (await App.Database.CountAsync("enrollments")).Should().Be(500);

        TestClient EditorOn(int number) => nodes[number % 2].As(_client);

        static async Task<List<Answer>> RepeatAsync(int times, Func<int, Task<Answer>> call)
        {
            var answers = new List<Answer>();
            for (var number = 0; number < times; number++)
            {
                answers.Add(await call(number));
            }

            return answers;
        }
    }
}
