using System.Diagnostics;
using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace Sendra.Benchmarks.Outbox;

/// <summary>What it takes to hand over and nothing else: a loop for each connection, with the clients that Sendra has.</summary>
internal static class BareClient
{
    /// <returns>Mails a second.</returns>
    public static async Task<double> MailAsync(int port, int connections, int mails)
    {
        var left = mails;
        var clients = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => ConnectAsync(port)));
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            for (var number = Interlocked.Decrement(ref left); number >= 0; number = Interlocked.Decrement(ref left))
            {
                await client.SendAsync(Mail(number));
            }

            client.Dispose();
        })));
        return mails / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <returns>Calls a second.</returns>
    public static async Task<double> CallAsync(int port, int atOnce, int calls)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
        var url = new Uri($"http://127.0.0.1:{port}/");
        var left = calls;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Decrement(ref left); number >= 0; number = Interlocked.Decrement(ref left))
            {
                using var body = new StringContent($$"""{"email":"{{OutboxBenchmark.EmailOf(number)}}"}""");
                using var answer = await client.PostAsync(url, body);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            }
        })));
        return calls / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<SmtpClient> ConnectAsync(int port)
    {
        var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None);
        return client;
    }

    private static MimeMessage Mail(int number)
    {
        var message = new MimeMessage { Subject = "Hello", MessageId = number.ToString(CultureInfo.InvariantCulture) + "@example.com" };
        message.From.Add(new MailboxAddress("Acme", "hello@example.com"));
        message.To.Add(new MailboxAddress(null, OutboxBenchmark.EmailOf(number)));
        message.Body = new MultipartAlternative(
            new TextPart(TextFormat.Plain) { Text = $"Hello {OutboxBenchmark.EmailOf(number)}" },
            new TextPart(TextFormat.Html) { Text = $"<p>Hello {OutboxBenchmark.EmailOf(number)}</p>" });
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }
}
