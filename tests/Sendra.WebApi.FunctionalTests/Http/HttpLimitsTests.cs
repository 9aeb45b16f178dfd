using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.FunctionalTests.Http;

/// <summary>What strangers can make a node hold: through sockets, since no HTTP library sends half a body.</summary>
internal sealed class HttpLimitsTests(string provider) : FunctionalTest(provider)
{
    private const int Most = 1024 * 1024;

    [Test]
    public async Task S10_a_token_is_looked_up_before_the_body_is_read()
    {
        var client = await App.RegisterAsync();
        var source = await Source.CreateAsync(client);
        (await client.PutAsync(source.Path, new { name = "Off", enabled = false, emailPath = "email", eventName = new { path = "event" } })).ShouldBe(200);
        using var invented = await SendAsync(App.Node, Delivery(new string('x', 32)), 100);
        using var disabled = await SendAsync(App.Node, Delivery(source.Token), 100);

        (await FirstLineAsync(invented)).Should().StartWith("HTTP/1.1 404 ");
        (await FirstLineAsync(disabled)).Should().StartWith("HTTP/1.1 410 ");
    }

    [Test]
    public async Task S10_a_node_holds_only_so_many_bytes_of_bodies()
    {
        var client = await App.RegisterAsync();
        var source = await Source.CreateAsync(client);
        await using var node = await App.StartNodeAsync(new() { ["HttpLimits:HeldBodyMegabytes"] = "2" });
        var body = $$"""{"email":"ada@example.com","event":"signUp","filler":"{{new string('x', 600_000)}}"}""";
        Task<Answer> Deliver() => node.Anonymous().PostTextAsync($"/api/webhooks/{source.Token}", body);
        using (await SendAsync(node, Delivery(source.Token), 900_000))
        {
            using var finished = await SendAsync(node, Delivery(source.Token), 900_000);

            // What was sent arrives in its own time; before, one of the two could be the one too many.
            SpinWait.SpinUntil(() => node.Services.GetRequiredService<BodyBudget>().Held == 2 * 900_000, TimeSpan.FromSeconds(30)).Should().BeTrue();
            (await Deliver()).ShouldBeProblem(503, "overloaded").Headers.RetryAfter.Should().NotBeNull();
            (await node.As(client).PostTextAsync("/api/events/batch", $"{{\"events\":[],\"x\":\"{new string('x', 600_000)}\"}}")).ShouldBeProblem(503, "overloaded");
            (await node.As(client).PostTextAsync("/api/events/send", """{"email":"ada@example.com","eventName":"small"}""")).ShouldBe(200);

            await finished.GetStream().WriteAsync(new byte[Most - 900_000]);
            (await FirstLineAsync(finished)).Should().StartWith("HTTP/1.1 200 ");
        }

        (await UntilAsync(Deliver, 200)).Json.GetProperty("status").GetString().Should().NotBeNull();
    }

    [Test]
    public async Task S10_a_node_has_only_so_many_connections()
    {
        await using var node = await App.StartNodeAsync(new() { ["HttpLimits:Connections"] = "2" });
        const string Live = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
        using var first = await SendAsync(node, Live, 0);
        (await FirstLineAsync(first)).Should().StartWith("HTTP/1.1 200 ");
        using (var second = await SendAsync(node, Live, 0))
        {
            (await FirstLineAsync(second)).Should().StartWith("HTTP/1.1 200 ");
            using var third = await SendAsync(node, Live, 0);
            (await FirstLineAsync(third)).Should().BeEmpty();
        }

        // The server notices in its own time that one has gone.
        var line = "";
        for (var tries = 0; line.Length == 0 && tries < 1_000; tries++)
        {
            using var next = await SendAsync(node, Live, 0);
            line = await FirstLineAsync(next);
        }

        line.Should().StartWith("HTTP/1.1 200 ");
    }

    [Test]
    public async Task S10_a_body_that_comes_too_slowly_is_408()
    {
        var source = await Source.CreateAsync(await App.RegisterAsync());
        await using var node = await App.StartNodeAsync(new() { ["HttpLimits:BodyBytesPerSecond"] = "1000000" });
        using var slow = await SendAsync(node, Delivery(source.Token), 100);

        (await FirstLineAsync(slow)).Should().StartWith("HTTP/1.1 408 ");
        (await App.Database.CountAsync("deliveries")).Should().Be(0);
    }

    [TestCase("/api/auth/register")]
    [TestCase("/api/auth/login")]
    [TestCase("/api/invitations/preview")]
    [TestCase("/api/invitations/accept")]
    public async Task H1_a_body_of_nobody_in_particular_is_at_most_16_KiB(string path)
    {
        (await App.Anonymous().PostTextAsync(path, "{}".PadRight(16 * 1024))).ShouldBe(400);
        (await App.Anonymous().PostTextAsync(path, "{}".PadRight((16 * 1024) + 1))).ShouldBeProblem(413, "bodyTooLarge");
    }

    private static string Delivery(string token) =>
        $"POST /api/webhooks/{token} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {Most}\r\n\r\n";

    // The head of a request, and a part of its body.
    private static async Task<TcpClient> SendAsync(TestNode node, string head, int bodyBytes)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(node.Address.Host, node.Address.Port);
        try
        {
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + new string(' ', bodyBytes)));
        }
        catch (IOException)
        {
            // Closed already, as reading tells.
        }

        return socket;
    }

    private static async Task<string> FirstLineAsync(TcpClient socket)
    {
        try
        {
            using var reader = new StreamReader(socket.GetStream(), Encoding.ASCII, leaveOpen: true);
            return await reader.ReadLineAsync() ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static async Task<Answer> UntilAsync(Func<Task<Answer>> call, int status)
    {
        var answer = await call();
        for (var tries = 0; answer.Status != status && tries < 1_000; tries++)
        {
            answer = await call();
        }

        return answer.ShouldBe(status);
    }
}
