using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Sendra.ReliabilityTests.Common;

/// <summary>A mail server that takes every mail, and remembers how often it got each that a step sent.</summary>
internal sealed partial class MailReceiver : MessageStore, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> _mails = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private MailReceiver(int port)
    {
        Port = port;
        var services = new ServiceProvider();
        services.Add((IMessageStore)this);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port))).Build();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    /// <summary>How often each mail came, by its <c>Message-ID</c>.</summary>
    public IReadOnlyDictionary<string, int> Mails => _mails;

    public static MailReceiver Start() => new(FreePort.Find());

    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        // Emails of steps have a Feedback-ID; those about accounts are not counted.
        var text = Encoding.UTF8.GetString(buffer.ToArray());
        if (text.Contains("Feedback-ID:", StringComparison.OrdinalIgnoreCase))
        {
            _mails.AddOrUpdate(MessageId().Match(text).Groups[1].Value, 1, (_, count) => count + 1);
        }

        return Task.FromResult(SmtpResponse.Ok);
    }

    /// <summary>Waits until so many mails have come, as long as they keep coming.</summary>
    public Task UntilMailsAsync(int count) => Progress.UntilAsync(() => _mails.Count, count, "mails");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { });
        _stop.Dispose();
    }

    [GeneratedRegex(@"^Message-Id: *<([^>]+)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageId();
}
