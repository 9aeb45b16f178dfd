using System.Net.Sockets;
using System.Text;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>The URL is the secret (S1): it shows up nowhere but where members read it.</summary>
internal sealed class TokenSecrecyTests(string provider) : FunctionalTest(provider)
{
    private const string Signup = """{"email":"ada@example.com","event":"signUp"}""";

    [Test]
    public async Task S1_the_token_is_in_no_log_line_trace_metric_or_answer()
    {
        using var said = new EverythingSaid();
        await using var node = await said.StartNodeAsync(App);
        var client = node.Anonymous();
        (await client.PostAsync("/api/auth/register", new { email = "ada@example.com", password = TestClient.Password, workspaceName = "A" })).ShouldBe(201);
        var signed = new { name = "S", emailPath = "email", eventName = new { path = "event" }, signature = new { scheme = "github", secrets = (string[])["hush-hush"] } };
        var source = await Source.CreateAsync(client, signed);
        var open = await Source.CreateAsync(client);
        said.Lines.Clear();

        var answers = new List<Answer>
        {
            await open.PostAsync(Signup, ("Referer", open.Url), ("X-Original-URL", open.Url), ("X-Callback", $"see {open.Url}?a=1")),
            await open.PostAsync("no JSON"),
            await open.PostAsync(new byte[(1024 * 1024) + 1], "application/json"),
            await open.SendAsync(HttpMethod.Get, null),
            await source.PostAsync(Signup, ("X-Hub-Signature-256", "sha256=00")),
            await client.PostTextAsync($"/API/Webhooks/{open.Token}/?key={open.Token}", Signup),
            await client.PostTextAsync($"/before/api/webhooks/{open.Token}", Signup),
            await client.PostTextAsync($"/api/webhooks/{open.Token}/after", Signup),
            await client.PostTextAsync($"/api/webhooks/%{(int)open.Token[0]:X2}{open.Token[1..]}", Signup),
        };
        await MalformedAsync(node.Address, $"POST /api/webhooks/{open.Token}%00 HTTP/1.1\r\nHost: x\r\n\r\n");
        await MalformedAsync(node.Address, $"POST /api/webhooks/{open.Token} HTTP/7.1\r\nHost: x\r\n\r\n");

        answers.Select(answer => answer.Status).Should().Equal(200, 200, 413, 200, 401, 200, 404, 404, 200);
        said.Lines.Should().Contain(line => line.Contains("/api/webhooks/hidden", StringComparison.Ordinal), "the log is looked at");
        said.Lines.Where(line => line.Contains(open.Token, StringComparison.OrdinalIgnoreCase)
            || line.Contains(source.Token, StringComparison.OrdinalIgnoreCase)
            || line.Contains("hush-hush", StringComparison.Ordinal)).Should().BeEmpty();
        answers.Where(answer => answer.Text.Contains(open.Token, StringComparison.Ordinal) || answer.Text.Contains(source.Token, StringComparison.Ordinal)).Should().BeEmpty();
        foreach (var delivery in await open.DeliveriesAsync())
        {
            (await client.GetAsync($"/api/deliveries/{delivery.GetProperty("id").GetGuid()}")).Text.Should().NotContain(open.Token);
        }
    }

    [Test]
    public async Task S1_token_and_secrets_are_encrypted_in_the_database()
    {
        var client = await App.RegisterAsync();
        var source = await Source.CreateAsync(client, new
        {
            name = "S",
            emailPath = "email",
            eventName = new { path = "event" },
            signature = new { scheme = "github", secrets = (string[])["hush-hush"] },
        });

        var stored = $"{await App.Database.ScalarAsync("SELECT protected_text FROM event_source_tokens")} {await App.Database.ScalarAsync("SELECT signature FROM event_sources")}";

        stored.Should().NotContainAny(source.Token, "hush-hush").And.Contain("github");
        (await source.GetAsync()).GetRawText().Should().NotContain("hush-hush").And.Contain(source.Url);
    }

    private static async Task MalformedAsync(Uri address, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        (await reader.ReadToEndAsync()).Should().StartWith("HTTP/1.1 ");
    }
}
