using Microsoft.Extensions.Configuration;
using Sendra.Application.Mail;
using Sendra.Infrastructure.Mail;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>A node's transport, which tests connect to a mail server of their own while it runs. Else it is what the node's settings say.</summary>
internal sealed class MailSwitch : IMailTransport
{
    private readonly TransportCircuit _circuit;
    private readonly TimeProvider _clock;
    private readonly IMailTransport _configured;
    private volatile IMailTransport _now;

    public MailSwitch(IConfiguration configuration, TransportCircuit circuit, TimeProvider clock)
    {
        (_circuit, _clock) = (circuit, clock);
        _configured = SmtpSettings.From(configuration) is { } smtp ? Transport(configuration, smtp, new SmtpPool(smtp, clock)) : new CapturedTransport();
        _now = _configured;
    }

    public bool Delivers => _now.Delivers;

    public int AtOnce => _now.AtOnce;

    /// <summary>Sends by a server until what is returned is disposed.</summary>
    public IAsyncDisposable Use(Dictionary<string, string> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings!).Build();
        var smtp = SmtpSettings.From(configuration)!;
        var pool = new SmtpPool(smtp, _clock);

        // A try that a test before left under way may have ended since.
        _circuit.Reached();
        _now = Transport(configuration, smtp, pool);
        return new Connected(this, pool);
    }

    public Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => _now.SendAsync(mail, cancellationToken);

    private sealed class Connected(MailSwitch owner, SmtpPool pool) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            owner._now = owner._configured;
            owner._circuit.Reached();
            return pool.DisposeAsync();
        }
    }

    private SmtpTransport Transport(IConfiguration configuration, SmtpSettings smtp, SmtpPool pool) =>
        new(smtp, pool, new MailComposer(DkimKey.From(configuration), smtp.Provider), _circuit, _clock);
}
