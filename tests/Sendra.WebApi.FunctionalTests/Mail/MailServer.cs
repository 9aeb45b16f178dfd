using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>
/// A real mail server on this machine, which does as the recipient's address says: <c>rcpt-550@…</c> is refused at RCPT,
/// <c>data-451@…</c> after its data, <c>drop@…</c> finds the connection closed after its data, <c>slow@…</c> waits.
/// </summary>
internal sealed class MailServer : IMailboxFilter, IMessageStore, IUserAuthenticator, IAsyncDisposable
{
    public const string User = "sendra";
    public const string Password = "the-secret-of-the-mail-server";

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = [];
    private readonly ConcurrentQueue<ReceivedMail> _tried = [];
    private readonly ConcurrentQueue<ReceivedMail> _accountMails = [];
    private readonly ConcurrentQueue<ReceivedMail> _accountTries = [];
    private readonly ConcurrentDictionary<string, int> _tries = [];
    private readonly ConcurrentDictionary<Guid, ISessionContext> _sessions = [];
    private readonly Options _options;
    private Task _running = Task.CompletedTask;
    private int _opened;

    private MailServer(Options options, int port) => (_options, Port) = (options, port);

    public int Port { get; }

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    /// <summary>What was sent to it, also what it refused then.</summary>
    public IReadOnlyList<ReceivedMail> Tries => [.. _tried];

    /// <summary>What it took of emails to people who sign in, in order; they are counted among no others.</summary>
    public IReadOnlyList<ReceivedMail> AccountMails => [.. _accountMails];

    /// <summary>What was sent to it of them, also what it refused then.</summary>
    public IReadOnlyList<ReceivedMail> AccountTries => [.. _accountTries];

    /// <summary>How many connections were opened.</summary>
    public int Opened => _opened;

    /// <summary>How many connections are open.</summary>
    public int Open => _sessions.Count;

    /// <summary>After each n-th mail, whoever sent it finds the connection closed; 0 for none.</summary>
    public int DropsEvery { get; set; }

    public int Dropped { get; private set; }

    public static Task<MailServer> StartAsync(Options? options = null) => StartAtAsync(FreePort.Find(), options);

    /// <summary>Starts where one was before, for those that look for it there.</summary>
    public static async Task<MailServer> StartAtAsync(int port, Options? options = null)
    {
        var server = new MailServer(options ?? new Options(), port);
        server._running = server.RunAsync();
        for (var began = Stopwatch.GetTimestamp(); !await server.AnswersAsync();)
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(30));
        }

        server._opened = 0;
        return server;
    }

    /// <summary>A certificate that nobody vouches for.</summary>
    public static X509Certificate2 NewCertificate(string name = "localhost")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>What a node is told to send by it.</summary>
    public Dictionary<string, string> Settings(params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string> { ["Smtp:Host"] = "localhost", ["Smtp:Port"] = $"{Port}", ["Smtp:Security"] = "none", ["Smtp:TimeoutSeconds"] = "30" };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return settings;
    }

    /// <summary>Waits until it took so many mails.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> UntilMailsAsync(int count)
    {
        for (var began = Stopwatch.GetTimestamp(); _mails.Count < count; await Looks.AgainAsync())
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(30), $"{count} mails should have come, and {_mails.Count} did");
        }

        return Mails;
    }

    /// <summary>Waits until it took so many emails to a person who signs in.</summary>
    /// <returns>The newest.</returns>
    public async Task<ReceivedMail> UntilAccountMailAsync(string email, int count = 1)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Yield())
        {
            var got = AccountMails.Where(mail => mail.To == email).ToList();
            if (got.Count >= count)
            {
                return got[^1];
            }

            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(30), $"{count} account emails should have come to {email}, and {got.Count} did");
        }
    }

    /// <summary>Closes what is open, as servers do after a while.</summary>
    public void CloseConnections()
    {
        foreach (var session in _sessions.Values)
        {
            session.Pipe.Input.CancelPendingRead();
        }

        SpinWait.SpinUntil(() => _sessions.IsEmpty, TimeSpan.FromSeconds(30)).Should().BeTrue();
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
        from.User == "closing" ? throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.ServiceClosingTransmissionChannel, "4.3.2 going down"), true)
        : Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
    {
        return RefusalOf(to, "rcpt-") is { } refusal ? throw new SmtpResponseException(refusal) : Task.FromResult(true);
    }

    public async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var to = transaction.To[0];
        var address = $"{to.User}@{to.Host}";
        var tries = _tries.AddOrUpdate(address, 1, (_, before) => before + 1);
        var mail = new ReceivedMail($"{transaction.From.User}@{transaction.From.Host}", address, buffer.ToArray(), context.Pipe.IsSecure, context.Authentication.User);
        var isOfAccount = transaction.From.User == "sendra";
        (isOfAccount ? _accountTries : _tried).Enqueue(mail);
        if (RefusalOf(to, "data-") is { } refusal)
        {
            return refusal;
        }

        if (to.User.StartsWith("once-", StringComparison.Ordinal) && tries == 1)
        {
            return new SmtpResponse((SmtpReplyCode)451, "4.3.0 try again later");
        }

        if (to.User == "slow")
        {
            await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token).Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        if (isOfAccount)
        {
            _accountMails.Enqueue(mail);
            return SmtpResponse.Ok;
        }

        _mails.Enqueue(mail);
        if ((to.User == "drop" && tries == 1) || (DropsEvery > 0 && _mails.Count % DropsEvery == 0))
        {
            Dropped++;
            ((IDisposable)context.Pipe).Dispose();
        }

        return SmtpResponse.Ok;
    }

    public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
        Task.FromResult(user == User && password == Password);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { });
        _stop.Dispose();
    }

    private static SmtpResponse? RefusalOf(IMailbox to, string prefix) =>
        to.User.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(to.User.AsSpan(prefix.Length, 3), out var code)
            ? new SmtpResponse((SmtpReplyCode)code, to.User.Length > prefix.Length + 3 ? $"{to.User[(prefix.Length + 4)..]} said so" : "no")
            : null;

    private Task RunAsync()
    {
        var services = new ServiceProvider();
        services.Add((IMailboxFilter)this);
        services.Add((IMessageStore)this);
        services.Add((IUserAuthenticator)this);
        var built = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).IsSecure(_options.IsTls).AuthenticationRequired(_options.NeedsSignIn).AllowUnsecureAuthentication(_options.AllowsPlainSignIn);
            if (_options.Certificate is { } certificate)
            {
                endpoint.Certificate(certificate);
            }
        }).Build();
        var server = new SmtpServer.SmtpServer(built, services);
        server.SessionCreated += (sender, session) =>
        {
            Interlocked.Increment(ref _opened);
            _sessions[session.Context.SessionId] = session.Context;
        };
        server.SessionCompleted += (sender, session) => _sessions.TryRemove(session.Context.SessionId, out _);
        server.SessionFaulted += (sender, session) => _sessions.TryRemove(session.Context.SessionId, out _);
        server.SessionCancelled += (sender, session) => _sessions.TryRemove(session.Context.SessionId, out _);
        return server.StartAsync(_stop.Token);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <param name="Certificate">With it, STARTTLS is offered.</param>
    /// <param name="IsTls">True when TLS begins at once.</param>
    /// <param name="NeedsSignIn">True when nothing goes without a sign-in.</param>
    /// <param name="AllowsPlainSignIn">True when the sign-in is offered without TLS, too.</param>
    internal sealed record Options(X509Certificate2? Certificate = null, bool IsTls = false, bool NeedsSignIn = false, bool AllowsPlainSignIn = false);
}
