using System.Net.Mime;
using System.Text;
using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.Http;
using CloudNative.CloudEvents.SystemTextJson;
using Sendra.WebApi.FunctionalTests.Compat;

namespace Sendra.WebApi.FunctionalTests.Events;

/// <summary>CloudEvents, as their own SDK sends them and as others might.</summary>
internal sealed class CloudEventTests(string provider) : FunctionalTest(provider)
{
    private const string Path = "/api/events/cloudevents";
    private const string Structured = "application/cloudevents+json";
    private const string Batched = "application/cloudevents-batch+json";
    private const string Exact = """{"b":1.10,"a":123456789012345678901234567890,"text":"\u0000 \u00e4 ä","deep":[{"x":null},1E+2]}""";

    private static readonly JsonEventFormatter Formatter = new();

    [Test]
    public async Task The_official_sdk_sends_in_all_three_modes()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        var structured = (await program.SendAsync(HttpMethod.Post, Path, Made("1").ToHttpContent(ContentMode.Structured, Formatter))).ShouldBe(200).Json;
        var binary = (await program.SendAsync(HttpMethod.Post, Path, Made("2").ToHttpContent(ContentMode.Binary, Formatter))).ShouldBe(200).Json;
        var batch = (await program.SendAsync(HttpMethod.Post, Path, ((CloudEvent[])[Made("3"), Made("1"), Made("4")]).ToHttpContent(Formatter))).ShouldBe(200).Json;

        structured.ShouldHave(("duplicate", false), ("enrolled", 0));
        binary.ShouldHave(("duplicate", false));
        batch.ShouldHave(("accepted", 2), ("duplicates", 1), ("rejected", 0));
        batch.GetProperty("results")[1].ShouldHave(("index", 1), ("status", "duplicate"), ("eventId", structured.GetProperty("eventId")));
        var events = await owner.EventsAsync();
        events.Should().HaveCount(4).And.AllSatisfy(logged => logged.ShouldHave(
            ("eventName", "com.example.order.placed"), ("email", "ada@example.com"), ("properties", new { total = 19.9, name = "Grüße" }), ("occurredAt", "2026-01-31T12:00:00Z")));
        (await owner.ContactAsync("ada@example.com")).ShouldHave(("externalId", "user 1815 ä"));
    }

    [Test]
    public async Task E3_data_is_kept_exactly_in_every_mode()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        (await SendAsync(program, $$"""{"specversion":"1.0","id":"1","source":"/a","type":"e","email":"ada@example.com","data":{{Exact}}}""")).ShouldBe(200);
        (await program.SendAsync(HttpMethod.Post, Path, CompatWords.Body(Exact, "application/vnd.acme+json"), Headers("2"))).ShouldBe(200);
        (await SendAsync(program, $$"""[{"specversion":"1.0","id":"3","source":"/a","type":"e","email":"ada@example.com","data":{{Exact}}}]""", Batched)).ShouldBe(200);
        (await SendAsync(program, $$"""{"specversion":"1.0","id":"4","source":"/a","type":"e","email":"ada@example.com","data_base64":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Exact))}}"}""")).ShouldBe(200);
        var events = (await owner.GetAsync("/api/events/export?format=ndjson")).ShouldBe(200).Text;
        events.Split(Exact).Should().HaveCount(5);

        (await program.SendAsync(HttpMethod.Post, Path, CompatWords.Body("two \"words\"", "text/plain"), Headers("5"))).ShouldBe(200);
        (await owner.NewestEventAsync()).ShouldHave(("properties", "two \"words\""));
        (await SendAsync(program, """{"specversion":"1.0","id":"6","source":"/a","type":"e","email":"ada@example.com","datacontenttype":"text/xml","data":"<much/>"}""")).ShouldBe(200);
        (await owner.NewestEventAsync()).ShouldHave(("properties", "<much/>"));
        (await SendAsync(program, """{"specversion":"1.0","id":"7","source":"/a","type":"e","email":"ada@example.com"}""")).ShouldBe(200);
        (await owner.NewestEventAsync()).ShouldHave(("properties", null));
    }

    [Test]
    public async Task E8_source_and_id_make_a_repeat_known_also_32_at_once()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        string Event(string source, string id) => $$"""{"specversion":"1.0","id":"{{id}}","source":"{{source}}","type":"e","email":"ada@example.com"}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(number => number % 2 == 0
            ? SendAsync(program, Event("/a", "1"))
            : SendAsync(program, $"[{Event("/a", "1")}]", Batched)));

        answers.Should().AllSatisfy(answer => answer.ShouldBe(200));
        (await owner.EventsAsync()).Should().ContainSingle();
        (await SendAsync(program, Event("/a", "1"))).ShouldBe(200).Json.ShouldHave(("duplicate", true));
        (await SendAsync(program, Event("/b", "1"))).ShouldBe(200).Json.ShouldHave(("duplicate", false));
        (await SendAsync(program, Event("/a1", ""))).ShouldBe(400);
        (await SendAsync(program, Event("/a", "1").Replace("\"e\"", "\"other\"", StringComparison.Ordinal))).ShouldBe(200).Json.ShouldHave(("duplicate", true));
        App.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        (await SendAsync(program, Event("/a", "1"))).ShouldBe(200).Json.ShouldHave(("duplicate", false));
        (await owner.EventsAsync()).Should().HaveCount(3);
    }

    [Test]
    public async Task The_person_is_an_attribute_a_path_or_a_known_id()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        string Event(string id, string rest) => $$"""{"specversion":"1.0","id":"{{id}}","source":"/a","type":"e"{{rest}}}""";
        var path = $"{Path}?emailPath={Uri.EscapeDataString("useremail || data.user.emails.0 || subject")}";

        (await SendAsync(program, Event("1", ""","subject":"user 1","email":"ADA@example.com" """))).ShouldBe(200);
        (await SendAsync(program, Event("2", ""","subject":"user 1" """))).ShouldBe(200);
        (await SendAsync(program, Event("3", ""","externalid":7,"email":"bob@example.com","subject":"orders/12" """))).ShouldBe(200);
        (await SendAsync(program, Event("4", ""","externalid":"7" """))).ShouldBe(200);
        (await SendAsync(program, Event("5", ""","data":{"user":{"emails":["eve@example.com"]}}"""), path: path)).ShouldBe(200);
        (await SendAsync(program, Event("6", ""","useremail":"mel@example.com" """), path: path)).ShouldBe(200);
        (await SendAsync(program, Event("7", ""","subject":"sue@example.com" """), path: path)).ShouldBe(200);

        (await owner.EventsAsync()).Select(one => one.GetProperty("email").GetString()).Should()
            .Equal("sue@example.com", "mel@example.com", "eve@example.com", "bob@example.com", "bob@example.com", "ada@example.com", "ada@example.com");
        (await owner.ContactAsync("ada@example.com")).ShouldHave(("externalId", "user 1"));
        (await owner.ContactAsync("bob@example.com")).ShouldHave(("externalId", "7"));
        (await owner.ContactAsync("sue@example.com")).ShouldHave(("externalId", null));
        (await SendAsync(program, Event("8", ""","subject":"nobody" """))).ShouldBeProblem(400, "contactUnknown").Json.GetProperty("errors").TryGetProperty("externalid", out _).Should().BeTrue();
        (await SendAsync(program, Event("9", ""","data":{}"""), path: path)).ShouldBeProblem(400, "validationFailed").Json.GetProperty("errors").GetProperty("email")[0].GetString().Should().Contain("useremail || data.user.emails.0 || subject");
        (await SendAsync(program, Event("9", ""), path: $"{Path}?emailPath=a..b")).ShouldBeProblem(400, "validationFailed").Json.GetProperty("errors").TryGetProperty("emailPath", out _).Should().BeTrue();
    }

    [TestCase("""{"id":"1","source":"/a","type":"e","email":"a@example.com"}""", "specversion")]
    [TestCase("""{"specversion":"0.3","id":"1","source":"/a","type":"e","email":"a@example.com"}""", "specversion")]
    [TestCase("""{"specversion":"1.0","source":"/a","type":"e","email":"a@example.com"}""", "id")]
    [TestCase("""{"specversion":"1.0","id":7,"source":"/a","type":"e","email":"a@example.com"}""", "id")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"","type":"e","email":"a@example.com"}""", "source")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","email":"a@example.com"}""", "type")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","type":" e","email":"a@example.com"}""", "type")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","type":"e"}""", "email")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","type":"e","email":"nobody"}""", "email")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","type":"e","email":"a@example.com","time":"soon"}""", "time")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","type":"e","email":"a@example.com","time":"2999-01-01T00:00:00Z"}""", "time")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","type":"e","email":"a@example.com","externalid":{}}""", "externalid")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","type":"e","email":"a@example.com","data":1,"data_base64":"MQ=="}""", "data_base64")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","type":"e","email":"a@example.com","data_base64":"no base64"}""", "data_base64")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","type":"e","email":"a@example.com","data_base64":"ew=="}""", "data_base64")]
    [TestCase("""{"specversion":"1.0","id":"1","source":"/a","type":"e","email":"a@example.com","datacontenttype":"image/png","data_base64":"AA=="}""", "datacontenttype")]
    public async Task What_is_wrong_is_named_by_attribute_alone_and_in_a_batch(string wrong, string attribute)
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        var alone = (await SendAsync(program, wrong)).ShouldBeProblem(400, "validationFailed").Json;
        var batch = (await SendAsync(program, $$"""[{{wrong}},{"specversion":"1.0","id":"2","source":"/a","type":"e","email":"a@example.com"}]""", Batched)).ShouldBe(200).Json;

        alone.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal(attribute);
        alone.GetProperty("errors").GetProperty(attribute)[0].GetString().Should().StartWith(attribute);
        batch.ShouldHave(("accepted", 1), ("duplicates", 0), ("rejected", 1));
        batch.GetProperty("results")[0].ShouldHave(("status", "rejected"), ("eventId", null));
        batch.GetProperty("results")[0].GetProperty("error").GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal(attribute);
        (await owner.EventsAsync()).Should().ContainSingle();
    }

    [Test]
    public async Task H1_what_is_no_event_is_4xx()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        foreach (var (body, type, status) in ((string, string, int)[])
        [
            ("", Structured, 400), ("{", Structured, 400), ("[]", Structured, 400), ("null", Structured, 400), ("""{"id":1,"id":2}""", Structured, 400), ("7", Structured, 400),
            ("", Batched, 400), ("[", Batched, 400), ("{}", Batched, 400), ("[]", Batched, 400), ("[] []", Batched, 400), ("null", Batched, 400), ($"[{string.Join(',', Enumerable.Repeat("1", 1_001))}]", Batched, 400),
            ("{}", "application/json", 400), ("a=b", "application/x-www-form-urlencoded", 415), ("{}", "text/plain", 415), ("<a/>", "application/cloudevents+xml", 415), ("{}", "application/cloudevents+json; charset=utf-16", 415),
            (new string(' ', (1024 * 1024) + 1), Structured, 413),
        ])
        {
            (await program.SendAsync(HttpMethod.Post, Path, Typed(body, type))).Status.Should().Be(status, "of {0} as {1}", body.Length > 100 ? "much" : body, type);
        }

        (await SendAsync(program, "[1,null,[],\"x\",{}]", Batched)).ShouldBe(200).Json.ShouldHave(("rejected", 5));
        (await program.SendAsync(HttpMethod.Post, Path, CompatWords.Body("{", "application/json"), Headers("1"))).ShouldBeProblem(400, "validationFailed").Json.GetProperty("errors").TryGetProperty("data", out _).Should().BeTrue();
        (await program.SendAsync(HttpMethod.Post, Path, CompatWords.Body("{\"a\":1,\"a\":2}", "application/json"), Headers("1"))).ShouldBe(400);
        (await program.SendAsync(HttpMethod.Post, Path, new ByteArrayContent([0xff, 0x00]), [.. Headers("1")])).ShouldBe(400);
        (await program.SendAsync(HttpMethod.Post, Path, CompatWords.Body("{}", "application/json"), ("ce-id", "1"))).ShouldBeProblem(400, "validationFailed").Json.GetProperty("errors").TryGetProperty("specversion", out _).Should().BeTrue();
        (await App.Anonymous().SendAsync(HttpMethod.Post, Path, Typed("{}", Structured))).ShouldBe(401);
        (await owner.EventsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Schemas_are_kept_and_automations_enroll()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        var pattern = (await owner.PostAsync("/api/event-patterns", new { name = "paid" })).ShouldBe(201).Json.GetProperty("id").GetString();
        (await owner.PutAsync($"/api/event-patterns/{pattern}", new { enforcement = "reject", properties = (object[])[new { name = "amount", type = "number" }] })).ShouldBe(200);
        var automation = (await owner.PostAsync("/api/automations", new { name = "A", trigger = new { eventName = "paid" } })).ShouldBe(201).Json.GetProperty("id").GetString();
        (await owner.PostAsync($"/api/automations/{automation}/activate")).ShouldBe(200);

        var refused = (await SendAsync(program, """{"specversion":"1.0","id":"1","source":"/a","type":"paid","email":"ada@example.com","data":{"amount":"much"}}""")).ShouldBeProblem(422, "schemaViolated").Json;
        var taken = (await SendAsync(program, """{"specversion":"1.0","id":"1","source":"/a","type":"paid","email":"ada@example.com","data":{"amount":1}}""")).ShouldBe(200).Json;

        refused.GetProperty("errors").EnumerateObject().Single().Name.Should().StartWith("data");
        taken.ShouldHave(("enrolled", 1), ("duplicate", false));
    }

    [Test]
    public async Task Senders_that_ask_first_are_told_yes()
    {
        var answer = (await App.Anonymous().SendAsync(HttpMethod.Options, Path, null, ("WebHook-Request-Origin", "events.example.com"), ("WebHook-Request-Rate", "120"))).ShouldBe(200);

        answer.Headers.GetValues("WebHook-Allowed-Origin").Should().Equal("events.example.com");
        answer.Headers.GetValues("WebHook-Allowed-Rate").Should().Equal("*");
        (await App.Anonymous().SendAsync(HttpMethod.Options, Path)).ShouldBeProblem(400, "validationFailed");
    }

    private static CloudEvent Made(string id) => new()
    {
        Id = id,
        Source = new Uri("/shop/orders", UriKind.Relative),
        Type = "com.example.order.placed",
        Time = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero),
        DataContentType = MediaTypeNames.Application.Json,
        Data = JsonSerializer.SerializeToElement(new { total = 19.9, name = "Grüße" }),
        ["email"] = "Ada@example.com",
        ["externalid"] = "user 1815 ä",
    };

    private static (string, string)[] Headers(string id) =>
        [("ce-specversion", "1.0"), ("ce-id", id), ("ce-source", "/a"), ("ce-type", "e"), ("ce-email", "ada@example.com")];

    private static Task<Answer> SendAsync(TestClient program, string body, string type = Structured, string path = Path) => program.SendAsync(HttpMethod.Post, path, Typed(body, type));

    private static ByteArrayContent Typed(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
