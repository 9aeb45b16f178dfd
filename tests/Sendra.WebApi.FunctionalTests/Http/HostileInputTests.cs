using System.Text.Json;
using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Http;

/// <summary>One table of awkward input and its answers, which every database has to give alike.</summary>
internal sealed class HostileInputTests(string provider) : FunctionalTest(provider)
{
    private static readonly string Label = new('d', 60);

    // What is sent as email, and the address it becomes; null where it is none.
    private static readonly (string Sent, string? Stored)[] Emails =
    [
        ("ada@example.com", "ada@example.com"),
        (" \tADA+Tag@Example.COM\n", "ada+tag@example.com"),
        ("ada@BÜCHER.example", "ada@xn--bcher-kva.example"),
        ("ada@例え.テスト", "ada@xn--r8jz45g.xn--zckzah"),
        ("\u212aelvin@example.com", "kelvin@example.com"),
        ("ISTANBUL@EXAMPLE.COM", "istanbul@example.com"),
        ("\u0130@example.com", "\u0130@example.com"),
        ("\u0131@example.com", "\u0131@example.com"),
        ("\"ada lovelace\"@example.com", "\"ada lovelace\"@example.com"),
        ("\"ada@home\"@example.com", "\"ada@home\"@example.com"),
        ("ﬀ@example.com", "ﬀ@example.com"),
        ("ß@example.com", "ß@example.com"),
        ("o'brien@example.com", "o'brien@example.com"),
        ("%_[]@example.com", null),
        ($"{new string('x', 254 - 187)}@{Label}.{Label}.{Label}.com", $"{new string('x', 254 - 187)}@{Label}.{Label}.{Label}.com"),
        ($"{new string('x', 255 - 187)}@{Label}.{Label}.{Label}.com", null),
        ("ada@[127.0.0.1]", null),
        ("ada@xn--", null),
        ("ada@-a.com", null),
        ("ada@a..com", null),
        ("ada\u0000@example.com", null),
        ("ada\u0007@example.com", null),
        ("ada\r\nBcc: all@example.com", null),
        ("ada@example.com\u202e", null),
        ("ada@example.com(\ufffe)", null),
        ("ada@example.com(\uffff)", null),
        ("a@b.co,c@d.co", null),
        ("", null),
    ];

    // Names that are received, whatever databases think of them.
    private static readonly string[] Names =
    [
        "a", "A", "ａ", "a\u0301", "á", "ß", "ss", "ſ", "s", "İ", "i", "ı", "I", "K", "\u212a", "Ω", "\u2126", "😀", "a b", "a%", "a_", "a'", "a\"", "a\\", "[a]", "a;--", "null", "\u00ad", "a\u200b", "\ufeff", "\uffff", new('é', 255), "x\u202ey",
    ];

    // Properties: legal JSON comes back byte for byte, all else is refused.
    private static readonly (string Json, bool Legal)[] Properties =
    [
        ("{}", true), ("[]", true), ("0", true), ("-0", true), ("-0.0", true), ("1e1", true), ("1E+2", true), ("1e999", true), ("0.10", true), ("123456789012345678901234567890", true),
        ("\"\"", true), ("\"\\u0000\"", true), ("\"\\ud83d\\ude00\"", true), ("\"😀\"", true), ("\"\\/\"", true), ("\"\\u007f\u007f\"", true), ("\"\u2028\"", true), ("\" \ufeff\"", true), ("{\"\":{\"\":[]}}", true), ("{\"a\":1,\"A\":2}", true),
        ("[1 , 2]", true), ("[\t1\n]", true), (new string('[', 64) + new string(']', 64), true), ("{\"__proto__\":1,\"constructor\":2}", true), ("{\"\\u0000\":1}", true),
        (new string('[', 65) + new string(']', 65), false), (new string('[', 50_000), false), ("01", false), ("1.", false), (".5", false), ("+1", false), ("0x1", false), ("1e", false), ("NaN", false), ("-Infinity", false), ("nul", false), ("TRUE", false),
        ("'a'", false), ("\"a", false), ("\"\t\"", false), ("\"\\x41\"", false), ("\"\\u12\"", false), ("\"\\ud800\"", false), ("\"\\udc00\\ud800\"", false), ("{\"a\":1,\"a\":1}", false), ("{\"a\":1,\"\\u0061\":1}", false), ("{a:1}", false), ("{\"a\"}", false), ("{\"a\":}", false),
        ("{,}", false), ("[1,]", false), ("[,1]", false), ("[1 2]", false), ("[1]]", false), ("{\"a\":1}}", false), ("//x", false), ("/**/1", false), ("1/**/", false), ("", false), ("\u00a01", false), ("{\"a\":[{\"b\":1,\"b\":2}]}", false),
    ];

    [Test]
    public async Task E1_each_address_reads_the_same_on_every_database()
    {
        var client = await App.RegisterAsync();
        foreach (var (sent, stored) in Emails)
        {
            var answer = await client.PostAsync("/api/events/send", new { email = sent, eventName = "x" });
            answer.Status.Should().Be(stored is null ? 400 : 200, "{0} was answered {1}", JsonSerializer.Serialize(sent), answer.Text);
            if (stored is null)
            {
                answer.ShouldRefuse("email");
            }
            else
            {
                var id = answer.ShouldBe(200).Json.Text("eventId");
                (await client.GetAsync($"/api/events/{id}")).ShouldBe(200).Json.Text("email").Should().Be(stored);
                (await client.ItemsAsync($"/api/contacts?email={Uri.EscapeDataString(sent)}")).Should().ContainSingle().Which.Text("email").Should().Be(stored);
                (await client.ItemsAsync($"/api/events?email={Uri.EscapeDataString(sent)}")).Select(item => item.Text("id")).Should().Contain(id);
            }
        }

        (await client.ItemsAsync("/api/contacts?limit=200")).Select(item => item.Text("email"))
            .Should().BeEquivalentTo(Emails.Where(one => one.Stored is not null).Select(one => one.Stored).Distinct());
    }

    [Test]
    public async Task E11_an_address_with_no_character_in_it_stops_no_other()
    {
        var client = await App.RegisterAsync();
        string[] emails = ["ada@example.com(\ufffe)", "bob@example.com"];

        var answer = (await client.PostAsync("/api/events/batch", new { events = emails.Select(email => new { email, eventName = "x" }) })).ShouldBe(200).Json;

        answer.GetProperty("results").EnumerateArray().Select(result => result.Text("status")).Should().Equal("rejected", "accepted");
        answer.GetProperty("results")[0].GetProperty("error").GetProperty("errors").EnumerateObject().Single().Name.Should().Be("email");
        (await client.ItemsAsync("/api/contacts")).Should().ContainSingle().Which.Text("email").Should().Be("bob@example.com");
    }

    [Test]
    public async Task E2_each_name_is_its_own_on_every_database()
    {
        var client = await App.RegisterAsync();
        foreach (var name in Names)
        {
            (await client.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = name })).ShouldBe(200);
        }

        foreach (var name in Names)
        {
            (await client.ItemsAsync($"/api/events?eventName={Uri.EscapeDataString(name)}")).Should().ContainSingle().Which.Text("eventName").Should().Be(name);
        }

        (await client.ItemsAsync("/api/event-patterns/undeclared?limit=200")).Should().HaveCount(Names.Length)
            .And.OnlyContain(item => item.GetProperty("receivedCount").GetInt64() == 1);
    }

    [Test]
    public async Task E3_each_text_is_JSON_or_not_on_every_database()
    {
        var client = await App.RegisterAsync();
        foreach (var (json, legal) in Properties)
        {
            var answer = await client.PostTextAsync("/api/events/send", $$"""{"email":"ada@example.com","eventName":"x","eventProperties":{{json}}}""");
            answer.Status.Should().Be(legal ? 200 : 400, "{0} was answered {1}", json, answer.Text);
            if (legal)
            {
                (await client.GetAsync($"/api/events/{answer.Json.Text("eventId")}")).ShouldBe(200).Text.Should().Contain($"\"properties\":{json}");
            }
            else
            {
                answer.ShouldBeProblem(400, "validationFailed");
            }
        }
    }

    [Test]
    public async Task E4_texts_that_no_database_keeps_are_left_out_with_a_warning()
    {
        var client = await App.RegisterAsync();

        var answer = (await client.PostTextAsync(
            "/api/events/send",
            """{"email":"ada@example.com","eventName":"x","contactProperties":{"firstName":"a\u0000b","lastName":"Łove\u202elace 😀","id":"1","email":"b@example.com","workspaceId":null,"name":7}}""")).ShouldBe(200).Json;

        answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("field"))
            .Should().BeEquivalentTo("contactProperties.firstName", "contactProperties.id", "contactProperties.email", "contactProperties.workspaceId", "contactProperties.name");
        var contact = (await client.ItemsAsync("/api/contacts")).Should().ContainSingle().Subject;
        contact.GetProperty("firstName").ValueKind.Should().Be(JsonValueKind.Null);
        contact.Text("lastName").Should().Be("Łove\u202elace 😀");
    }

    // Escapes that are legal JSON and no text. What stands elsewhere in the payload does no harm.
    [TestCase("email")]
    [TestCase("event")]
    [TestCase("id")]
    [TestCase("first")]
    [TestCase("plan")]
    [TestCase("other")]
    public async Task S5_a_payload_with_half_a_character_is_recorded_and_nothing_fails(string where)
    {
        foreach (var text in (string[])["\\ud800", "\\udc00\\ud800", "a\\u0000b", "\\ufffe"])
        {
            var client = await App.RegisterAsync();
            (await client.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
            var source = await Source.CreateAsync(client, new
            {
                name = "Test",
                emailPath = "email",
                eventName = new { path = "event" },
                deliveryIdPath = "id",
                contactProperties = new { firstName = "first", plan = "plan" },
            });
            var fields = new Dictionary<string, string> { ["email"] = "ada@example.com", ["event"] = "x", ["id"] = "1", ["first"] = "Ada", ["plan"] = "pro", ["other"] = "y", [where] = text };

            var answer = (await source.PostAsync($"{{{string.Join(',', fields.Select(field => $"\"{field.Key}\":\"{field.Value}\""))}}}")).ShouldBe(200).Json;

            answer.Text("status").Should().BeOneOf("processed", "skipped");
            (await client.ItemsAsync($"{source.Path}/deliveries")).Should().ContainSingle();
            (await client.PostAsync($"/api/event-sources/{source.Id}/preview", new { payload = $"{{\"email\":\"{text}\"}}" })).Status.Should().BeOneOf(200, 400);
        }
    }
}
