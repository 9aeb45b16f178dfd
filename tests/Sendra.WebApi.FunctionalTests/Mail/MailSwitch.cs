using Microsoft.Extensions.Configuration;
using Sendra.Application.Mail;
using Sendra.Infrastructure.Mail;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>A node's transport, which tests connect to a mail server of their own while it runs. Else it captures, as without a server.</summary>
internal sealed class MailSwitch(TransportCircuit circuit, TimeProvider clock) : IMailTransport
{
    private static readonly CapturedTransport Captured = new();

    private volatile IMailTransport _now = Captured;

    public bool Delivers => _now.Delivers;

    /// <summary>Sends by a server until what is returned is disposed.</summary>
    public IAsyncDisposable Use(Dictionary<string, string> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings!).Build();
        var smtp = SmtpSettings.From(configuration)!;
        var pool = new SmtpPool(smtp, clock);

        // A try that a test before left under way may have ended since.
        circuit.Reached();
        _now = new SmtpTransport(smtp, pool, new MailComposer(DkimKey.From(configuration), smtp.Provider), circuit, clock);
        return new Connected(this, pool);
    }

    public Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => _now.SendAsync(mail, cancellationToken);

    private sealed class Connected(MailSwitch owner, SmtpPool pool) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            owner._now = Captured;
            owner.Circuit.Reached();
            return pool.DisposeAsync();
        }
    }

    private TransportCircuit Circuit => circuit;
}
