using System.Net.Http.Headers;
using System.Text;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>What clients of other products send beside what their documentation says, and how they are answered.</summary>
internal sealed class CompatRequestTests(string provider) : FunctionalTest(provider)
{
    private static readonly (string Path, string Body)[] Sends =
    [
        ("/compat/resend/events/send", """{"event":"e","email":"ada@example.com"}"""),
        ("/compat/loops/api/v1/events/send", """{"eventName":"e","email":"ada@example.com"}"""),
        ("/compat/customerio/api/v1/customers/ada%40example.com/events", """{"name":"e"}"""),
        ("/compat/plunk/api/v1/track", """{"event":"e","email":"ada@example.com"}"""),
    ];

    [Test]
    public async Task Content_types_and_slashes_do_not_matter()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        foreach (var (path, body) in Sends)
        {
            foreach (var type in (string[])["text/plain", "application/x-www-form-urlencoded", "application/json"])
            {
                (await program.SendAsync(HttpMethod.Post, path, CompatWords.Body(body, type))).Status.Should().BeInRange(200, 202, "of {0} as {1}", path, type);
            }

            (await program.SendAsync(HttpMethod.Post, path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)))).Status.Should().BeInRange(200, 202, "of {0} without a type", path);
            (await program.PostTextAsync($"{path}/", body)).Status.Should().BeInRange(200, 202, "of {0} with a slash", path);
            (await program.PostTextAsync($"/compat/{path["/compat/".Length..].Replace("/", "//", StringComparison.Ordinal)}", body)).Status.Should().BeInRange(200, 202, "of {0} with two slashes", path);
        }

        (await owner.EventsAsync()).Should().HaveCount(6 * Sends.Length);
    }

    [Test]
    public async Task What_is_no_call_is_4xx_in_the_products_form()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        foreach (var (path, body) in Sends)
        {
            foreach (var wrong in (string[])["", "{", "[]", "null", "42", "\"text\"", """{"eventName":1e400}""", """{"a":1,"a":2}""", "{\"email\":\"\\ud800\"}", new string('[', 500)])
            {
                var answer = await program.PostTextAsync(path, wrong);
                answer.Status.Should().BeInRange(400, 422, "of {0} to {1}", wrong, path);
                FormOf(path, answer.Json).Should().NotBeNullOrEmpty();
            }

            ShouldHaveForm(path, await program.GetAsync($"{path}/nothing"), 404);
            ShouldHaveForm(path, await program.SendAsync(HttpMethod.Put, path), 405);
            ShouldHaveForm(path, await App.Anonymous().PostTextAsync(path, body), 401);
            ShouldHaveForm(path, await program.SendAsync(HttpMethod.Post, path, Packed(body)), 415);
            ShouldHaveForm(path, await program.SendAsync(HttpMethod.Post, path, CompatWords.Body("{}".PadRight((1024 * 1024) + 1), "application/json"), ("Transfer-Encoding", "chunked")), 413);
        }

        (await program.GetAsync("/compat/unknown")).ShouldBeProblem(404, "notFound");
        (await owner.EventsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task What_is_not_used_is_named()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        (await program.PostTextAsync("/compat/resend/events/send", """{"event":"e","email":"ada@example.com","tags":[1],"nothing":null}""")).ShouldBe(202)
            .Warnings().Should().Be("tags=notUsed");
        (await program.PostTextAsync("/compat/loops/api/v1/events/send", """{"eventName":"e","email":"ada@example.com","mailingLists":{"a":true},"plan":"pro","größe":1}""")).ShouldBe(200)
            .Warnings().Should().Be("mailingLists=notUsed, plan=undeclared, gr%C3%B6%C3%9Fe=undeclared");
        (await program.PostTextAsync("/compat/customerio/api/v1/customers/ada%40example.com/events", """{"name":"e","anonymous_id":"x","timestamp":"tomorrow"}""")).ShouldBe(200)
            .Warnings().Should().Be("anonymous_id=notUsed, timestamp=notUsed");
        (await program.PostTextAsync("/compat/plunk/api/v1/track", """{"event":"e","email":"ada@example.com","data":{"plan":"pro","color":{"value":1,"persistent":false}},"x":1}""")).ShouldBe(200)
            .Warnings().Should().Be("x=notUsed, plan=undeclared");
        (await program.PostTextAsync("/compat/resend/events/send", $$"""{"event":"e","email":"ada@example.com",{{string.Join(',', Enumerable.Range(0, 2_000).Select(number => $"\"field{number}\":1"))}}}""")).ShouldBe(202)
            .Warnings().Should().EndWith(", ...").And.Subject.Length.Should().BeLessThan(4_010);
    }

    [Test]
    public async Task Ids_may_be_numbers()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        (await program.PostTextAsync("/compat/loops/api/v1/events/send", """{"eventName":"e","email":"ada@example.com","userId":1815}""")).ShouldBe(200);
        (await program.PostTextAsync("/compat/customerio/api/v1/customers/1815/events", """{"name":"e","id":42}""")).ShouldBe(200);
        (await program.PostTextAsync("/compat/customerio/api/v1/customers/1815/events", """{"name":"e","id":"42"}""")).ShouldBe(200);

        (await owner.ContactAsync("ada@example.com")).ShouldHave(("externalId", "1815"));
        (await owner.EventsAsync()).Should().HaveCount(2);
    }

    [Test]
    public async Task A_busy_server_says_when_to_come_back()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        await using var limited = await App.StartNodeAsync(new Dictionary<string, string> { ["RateLimits:KeyCallsPerSecond"] = "1" });
        foreach (var (path, body) in Sends)
        {
            Answer answer;
            do
            {
                answer = await limited.As(program).PostTextAsync(path, body);
            }
            while (answer.Status != 429);

            ShouldHaveForm(path, answer, 429);
            answer.Headers.RetryAfter!.Delta.Should().BePositive();
        }
    }

    private static void ShouldHaveForm(string path, Answer answer, int status)
    {
        answer.ShouldBe(status);
        answer.ContentType.Should().Be("application/json");
        FormOf(path, answer.Json).Should().NotBeNullOrEmpty();
        answer.Text.Should().NotContainAny("System.", "Sendra.", "   at ");
    }

    // The sentence for people, where each product has it.
    private static string? FormOf(string path, System.Text.Json.JsonElement json) => path.Split('/')[2] switch
    {
        "resend" => json.GetProperty("message").GetString(),
        "loops" => json.TryGetProperty("error", out var error) ? error.GetString() : json.GetProperty("message").GetString(),
        "customerio" => json.GetProperty("meta").GetProperty("error").GetString(),
        _ => json.GetProperty("message").GetString(),
    };

    private static ByteArrayContent Packed(string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
