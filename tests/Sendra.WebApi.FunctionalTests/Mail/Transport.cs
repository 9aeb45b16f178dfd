using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Sendra.Application.Mail;
using Sendra.Infrastructure.Mail;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>The transport as a node has it, without the node.</summary>
internal sealed class Transport : IAsyncDisposable
{
    private readonly SmtpPool _pool;
    private readonly SmtpTransport _smtp;

    public Transport(Dictionary<string, string> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings!).Build();
        var smtp = SmtpSettings.From(configuration)!;
        _pool = new SmtpPool(smtp, Clock);
        Circuit = new TransportCircuit(Clock, NullLogger<TransportCircuit>.Instance);
        _smtp = new SmtpTransport(smtp, _pool, new MailComposer(DkimKey.From(configuration), smtp.Provider), Circuit, Clock);
    }

    public TestClock Clock { get; } = new();

    public TransportCircuit Circuit { get; }

    public static OutgoingMail Mail(string to, string id = "one") => new(
        $"{id}@example.com", DateTimeOffset.FromUnixTimeSeconds(1_800_000_000), new Mailbox("Acme", "hello@example.com"), null, to, "Hello", "<p>Hello</p>", "Hello", []);

    public Task<MailAnswer> SendAsync(OutgoingMail mail) => _smtp.SendAsync(mail, CancellationToken.None);

    public Task<MailAnswer> SendAsync(string to) => SendAsync(Mail(to, Guid.NewGuid().ToString("N")));

    public ValueTask DisposeAsync() => _pool.DisposeAsync();
}
