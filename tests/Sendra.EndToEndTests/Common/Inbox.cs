using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Sendra.EndToEndTests.Common;

/// <summary>A mail server that keeps all it is given.</summary>
internal sealed partial class Inbox : MessageStore, IAsyncDisposable
{
    private readonly ConcurrentQueue<(string To, string Text)> _mails = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private Inbox()
    {
        Port = FreePort.Find();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(this);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    public static Inbox Open() => new();

    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        _mails.Enqueue(($"{transaction.To[0].User}@{transaction.To[0].Host}", Encoding.UTF8.GetString(buffer.ToArray())));
        return Task.FromResult(SmtpResponse.Ok);
    }

    /// <summary>Waits for an email to somebody with a link to a page.</summary>
    /// <returns>The path and token of the link.</returns>
    public async Task<string> LinkAsync(string to, string page)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            // The text part, with the line breaks of quoted-printable taken out.
            var texts = _mails.Where(mail => mail.To == to).Select(mail => mail.Text.Replace("=\r\n", "", StringComparison.Ordinal));
            if (texts.Select(text => Link().Matches(text).FirstOrDefault(link => link.Groups["page"].Value == page)).FirstOrDefault(link => link is not null) is { } found)
            {
                return $"/{page}#{found.Groups["token"].Value}";
            }

            waited.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30), $"an email with a link to {page} should have come to {to}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }

    [GeneratedRegex("https?://[^/\\s]+/(?<page>[a-z-]+)#(?<token>[0-9A-Za-z]{32})")]
    private static partial Regex Link();
}
