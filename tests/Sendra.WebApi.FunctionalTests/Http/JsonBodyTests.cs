using System.Text;
using System.Text.Json;
using Sendra.Domain.Events;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.FunctionalTests.Http;

public sealed class JsonBodyTests(string provider) : FunctionalTest(provider)
{
    [TestCase("nope", "body")]
    [TestCase("", "body")]
    [TestCase("  ", "body")]
    [TestCase("null", "body")]
    [TestCase("[]", "body")]
    [TestCase("\"text\"", "body")]
    [TestCase("{", "body")]
    [TestCase("{} {}", "body")]
    [TestCase("{\"email\":\"a\",}", "body")]
    [TestCase("{/* no */}", "body")]
    [TestCase("{'email':'a'}", "body")]
    [TestCase("{\"email\":NaN}", "body")]
    [TestCase("{\"email\":\"a\u0001b\"}", "body", TestName = "H1_a_body_that_does_not_fit_is_400_and_names_the_field(control character)")]
    [TestCase("{\"em\\ud800\":1}", "body")]
    [TestCase("{\"email\":1}", "email")]
    [TestCase("{\"email\":{}}", "email")]
    [TestCase("{\"email\":\"\\ud800\"}", "email")]
    [TestCase("{\"email\":\"\\udc00\\ud800\"}", "email")]
    [TestCase("{\"email\":\"a\",\"email\":\"a\"}", "email")]
    [TestCase("{\"email\":\"a\",\"\\u0065mail\":\"a\"}", "email")]
    [TestCase("{\"Email\":\"a\"}", "Email")]
    [TestCase("{\"unknown\":1}", "unknown")]
    [TestCase("{\"odd name\":1}", "odd name")]
    [TestCase("{\"mode\":\"sometimes\"}", "mode")]
    [TestCase("{\"mode\":1}", "mode")]
    [TestCase("{\"mode\":\"1\"}", "mode")]
    [TestCase("{\"mode\":\"everyTime,oncePerContact\"}", "mode")]
    [TestCase("{\"at\":\"yesterday\"}", "at")]
    [TestCase("{\"at\":1}", "at")]
    [TestCase("{\"dryRun\":\"true\"}", "dryRun")]
    [TestCase("{\"count\":\"1\"}", "count")]
    [TestCase("{\"count\":99999999999}", "count")]
    [TestCase("{\"count\":1.5}", "count")]
    [TestCase("{\"events\":{}}", "events")]
    [TestCase("{\"events\":[{},{\"email\":1}]}", "events[1].email")]
    [TestCase("{\"events\":[{\"x\":1}]}", "events[0].x")]
    [TestCase("{\"events\":[{\"eventProperties\":{\"a\":1,\"a\":2}}]}", "events[0].eventProperties")]
    public async Task H1_a_body_that_does_not_fit_is_400_and_names_the_field(string body, string field) =>
        (await App.Anonymous().PostTextAsync("/api/test/echo", body)).ShouldRefuse(field);

    [TestCase("{\"a\":1,\"a\":2}")]
    [TestCase("{\"a\":1,\"\\u0061\":2}")]
    [TestCase("{\"b\":[{\"a\":1,\"c\":{},\"a\":1}]}")]
    [TestCase("\"\\ud800\"")]
    [TestCase("{\"a\":[\"\\udfff x\"]}")]
    [TestCase("{\"\\ud83d\":1}")]
    public async Task E3_properties_that_are_no_proper_JSON_are_400(string properties) =>
        (await App.Anonymous().PostTextAsync("/api/test/echo", $$"""{"eventProperties":{{properties}}}""")).ShouldRefuse("eventProperties");

    [TestCase("{\"b\":1.10,\"a\":123456789012345678901234567890,\"1\":1E+2,\"z\":-0}")]
    [TestCase("\"\\u0000 \\u00e9 \\/ \\ud83d\\ude00 <&'>\"")]
    [TestCase("[ 1 ,\t{ \"a\" : null } ]")]
    [TestCase("\"é😀\"")]
    [TestCase("false")]
    [TestCase("0")]
    [TestCase("{}")]
    [TestCase("{\"\":{\"\":\"\"}}")]
    public async Task E3_properties_come_back_as_they_were_sent(string properties)
    {
        var answer = (await App.Anonymous().PostTextAsync("/api/test/echo", $$"""{"eventProperties":{{properties}},"count":1}""")).ShouldBe(200);

        answer.Json.GetProperty("eventProperties").GetRawText().Should().Be(properties);
    }

    [Test]
    public async Task E3_null_properties_are_none() =>
        (await App.Anonymous().PostTextAsync("/api/test/echo", """{"eventProperties":null}""")).ShouldBe(200)
            .Json.GetProperty("eventProperties").ValueKind.Should().Be(JsonValueKind.Null);

    [TestCase("""{"eventProperties":*}""", "eventProperties")]
    [TestCase("""{"events":[{"eventProperties":*}]}""", "events[0].eventProperties")]
    public async Task E3_properties_are_at_most_64_levels_deep(string body, string field)
    {
        var client = App.Anonymous();

        (await client.PostTextAsync("/api/test/echo", body.Replace("*", Nested(ReceivedEvent.MaxPropertiesDepth)))).ShouldBe(200);
        (await client.PostTextAsync("/api/test/echo", body.Replace("*", Nested(ReceivedEvent.MaxPropertiesDepth + 1)))).ShouldRefuse(field);
        (await client.PostTextAsync("/api/test/echo", body.Replace("*", Nested(100_000)))).ShouldRefuse(field);
        (await client.PostTextAsync("/api/test/echo", body.Replace("*", new string('[', 100_000)))).ShouldRefuse(field);
    }

    [Test]
    public async Task H1_a_body_that_is_not_UTF8_is_400()
    {
        var body = new ByteArrayContent([.. "{\"eventProperties\":\""u8, 0xff, .. "\"}"u8]);
        body.Headers.ContentType = new("application/json");

        (await App.Anonymous().SendAsync(HttpMethod.Post, "/api/test/echo", body)).ShouldRefuse("body");
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/json; charset=utf-16")]
    [TestCase("text/json")]
    [TestCase("text/x+json")]
    [TestCase("application/json+xml")]
    [TestCase(null)]
    public async Task W2_a_body_that_is_not_declared_as_JSON_is_415(string? type)
    {
        var body = new ByteArrayContent("{}"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", type);

        (await App.Anonymous().SendAsync(HttpMethod.Post, "/api/test/echo", body)).ShouldBeProblem(415, "unsupportedMediaType");
    }

    [TestCase("application/json;charset=UTF-8")]
    [TestCase("application/json; charset=utf8")]
    [TestCase("application/json; charset=\"UTF8\"")]
    [TestCase("application/vnd.api+json")]
    [TestCase("application/problem+json; charset=utf-8")]
    [TestCase("Application/JSON; charset=\"utf-8\"")]
    public async Task H4_the_usual_ways_to_declare_JSON_are_understood(string type)
    {
        var body = new ByteArrayContent([.. Encoding.UTF8.Preamble, .. "{\"mode\":\"oncePerContact\"}"u8]);
        body.Headers.TryAddWithoutValidation("Content-Type", type);

        (await App.Anonymous().SendAsync(HttpMethod.Post, "/api/test/echo", body)).ShouldBe(200)
            .Json.GetProperty("mode").GetString().Should().Be("oncePerContact");
    }

    [Test]
    public async Task H1_a_compressed_body_is_415_and_the_answer_says_so()
    {
        var body = new ByteArrayContent([0x1f, 0x8b, 8, 0]);
        body.Headers.ContentType = new("application/json");
        body.Headers.ContentEncoding.Add("gzip");

        (await App.Anonymous().SendAsync(HttpMethod.Post, "/api/test/echo", body)).ShouldBeProblem(415, "unsupportedMediaType")
            .Json.GetProperty("detail").GetString().Should().Contain("Content-Encoding");
    }

    [TestCase("{\"email\":1}", "email must be text.")]
    [TestCase("{\"email\":\"\\ud800\"}", "email must be valid Unicode: half of a surrogate pair stands alone.")]
    [TestCase("{\"at\":1}", "at must be ISO 8601 text, like 2026-01-31T12:00:00Z.")]
    [TestCase("{\"at\":\"yesterday\"}", "at must be ISO 8601 text, like 2026-01-31T12:00:00Z.")]
    public async Task H1_the_reason_is_the_true_one(string body, string reason) =>
        (await App.Anonymous().PostTextAsync("/api/test/echo", body)).ShouldBe(400).Text.Should().Contain(reason);

    [TestCase("2026-05-17T09:30:00Z", "2026-05-17T09:30:00Z")]
    [TestCase("20260517T113000.5+0200", "2026-05-17T09:30:00.5Z")]
    [TestCase("2026-05-17T11:30:00.123456+02:00", "2026-05-17T09:30:00.123456Z")]
    [TestCase("2026-05-17T09:30:00", "2026-05-17T09:30:00Z")]
    [TestCase("2026-05-17", "2026-05-17T00:00:00Z")]
    public async Task H3_times_are_read_with_any_offset_and_written_in_UTC(string sent, string answered) =>
        (await App.Anonymous().PostAsync("/api/test/echo", new { at = sent })).ShouldBe(200).Json.GetProperty("at").GetString().Should().Be(answered);

    // The server counts what frames the chunks, too.
    [TestCase(false, 0)]
    [TestCase(true, 64 * 1024)]
    public async Task H1_a_body_over_the_limit_is_413(bool chunked, int framing)
    {
        (await PostOfSizeAsync("/api/test/echo", HttpServer.MaxBodyBytes - framing, chunked)).ShouldBe(200);
        (await PostOfSizeAsync("/api/test/echo", HttpServer.MaxBodyBytes + 1, chunked)).ShouldBeProblem(413, "bodyTooLarge");
        (await PostOfSizeAsync("/api/test/big", HttpServer.MaxBatchBodyBytes - framing, chunked)).ShouldBe(200);
        (await PostOfSizeAsync("/api/test/big", HttpServer.MaxBatchBodyBytes + 1, chunked)).ShouldBeProblem(413, "bodyTooLarge");
    }

    private Task<Answer> PostOfSizeAsync(string path, int size, bool chunked)
    {
        var bytes = Encoding.ASCII.GetBytes("{\"count\":1}".PadRight(size));
        HttpContent body = chunked ? new StreamContent(new Unseekable(bytes)) : new ByteArrayContent(bytes);
        body.Headers.ContentType = new("application/json");
        return App.Anonymous().SendAsync(HttpMethod.Post, path, body, ("Expect", "100-continue"));
    }

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    // HttpClient sends in chunks what it can't know the length of.
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
