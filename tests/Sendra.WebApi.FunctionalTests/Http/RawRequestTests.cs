using System.Net.Sockets;
using System.Text;

namespace Sendra.WebApi.FunctionalTests.Http;

/// <summary>Requests that no HTTP library would send. The server answers or hangs up, and goes on.</summary>
internal sealed class RawRequestTests(string provider) : FunctionalTest(provider)
{
    private const string Post = "POST /api/events/send HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    [TestCase("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n", 200)]
    [TestCase("GET http://other.example/health/live HTTP/1.1\r\nHost: other.example\r\n\r\n", 200)]
    [TestCase("GET /health/live HTTP/1.0\r\n\r\n", 200)]
    [TestCase("GET /health/live HTTP/1.1\r\n\r\n", 400)]
    [TestCase("GET /health/live HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400)]
    [TestCase("GET /health/live HTTP/9.9\r\nHost: x\r\n\r\n", 505)]
    [TestCase("\0\0\0\0\r\n\r\n", 400)]
    [TestCase("GET /api/events/%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [TestCase("GET /api/events/%zz HTTP/1.1\r\nHost: x\r\n\r\n", 404)]
    [TestCase("GET /api/events/%c0%80 HTTP/1.1\r\nHost: x\r\n\r\n", 404)]
    [TestCase("GET /api/events?email=%c0%80&email=%zz HTTP/1.1\r\nHost: x\r\n\r\n", 401)]
    [TestCase("GET /x/../../api/../api/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 404)]
    [TestCase("GET /health/live HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n", 400)]
    [TestCase("BREW /api/events HTTP/1.1\r\nHost: x\r\n\r\n", 405)]
    [TestCase("TRACE /api/events HTTP/1.1\r\nHost: x\r\n\r\n", 405)]
    [TestCase(Post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 401)]
    [TestCase(Post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400)]
    [TestCase(Post + "Content-Length: -1\r\n\r\n{}", 400)]
    [TestCase(Post + "Content-Length: 99999999999999999999\r\n\r\n{}", 400)]
    [TestCase(Post + "Transfer-Encoding: gzip\r\n\r\n{}", 400)]
    public async Task H1_a_request_that_is_none_is_the_senders_mistake(string request, int status)
    {
        (await SendAsync(Encoding.Latin1.GetBytes(request), thenGo: false)).Should().StartWith($"HTTP/1.1 {status} ");
        (await App.Anonymous().GetAsync("/health/ready")).ShouldBe(200);
    }

    [TestCase("zz\r\n{}\r\n0\r\n\r\n")]
    [TestCase("2\r\n{}")]
    [TestCase("2\r\n{}xx0\r\n\r\n")]
    [TestCase("ffffffffffffffff\r\n{}")]
    [TestCase("-1\r\n{}\r\n0\r\n\r\n")]
    public async Task H1_broken_chunks_are_the_senders_mistake(string chunks)
    {
        var client = await App.RegisterAsync();

        var answer = await SendAsync(Encoding.Latin1.GetBytes($"{Post}Cookie: {client.Cookie}\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"), thenGo: true);

        // One that breaks off gets no answer: its sender has gone.
        answer.Should().Match(text => text == "" || text.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal));
        (await App.Anonymous().GetAsync("/health/ready")).ShouldBe(200);
        (await App.Database.CountAsync("received_events")).Should().Be(0);
    }

    [Test]
    public async Task H1_what_is_too_long_is_refused()
    {
        (await SendAsync(Encoding.ASCII.GetBytes($"GET /{new string('a', 20_000)} HTTP/1.1\r\nHost: x\r\n\r\n"), thenGo: false)).Should().StartWith("HTTP/1.1 414 ");
        (await SendAsync(Encoding.ASCII.GetBytes($"GET /health/live HTTP/1.1\r\nHost: x\r\nX: {new string('a', 40_000)}\r\n\r\n"), thenGo: false)).Should().StartWith("HTTP/1.1 431 ");
        (await SendAsync(Encoding.ASCII.GetBytes($"GET /health/live HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Repeat("X: a\r\n", 200))}\r\n"), thenGo: false)).Should().StartWith("HTTP/1.1 431 ");
    }

    // Most clients send all of a body before they read the answer.
    [TestCase(false)]
    [TestCase(true)]
    public async Task H1_who_sends_too_large_a_body_to_its_end_sees_the_413(bool chunked)
    {
        var body = new string(' ', 12 * 1024 * 1024);
        var length = chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {body.Length}";
        var sent = chunked ? $"{body.Length:x}\r\n{body}\r\n0\r\n\r\n" : body;

        var answer = await SendAsync(Encoding.ASCII.GetBytes($"POST /api/test/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{length}\r\n\r\n{sent}"), thenGo: false);

        answer.Should().StartWith("HTTP/1.1 413 ");
        (await App.Anonymous().GetAsync("/health/ready")).ShouldBe(200);
    }

    private async Task<string> SendAsync(byte[] request, bool thenGo)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(App.Node.Address.Host, App.Node.Address.Port);
        var stream = socket.GetStream();
        var answer = new StringBuilder();
        try
        {
            await stream.WriteAsync(request);
            if (thenGo)
            {
                socket.Client.Shutdown(SocketShutdown.Send);
            }

            // The connection may stay open after the answer.
            var buffer = new byte[4096];
            for (int read; answer.Length == 0 && (read = await stream.ReadAsync(buffer)) > 0;)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // The server hung up while we still sent or read.
        }

        return answer.ToString();
    }
}
