using System.Diagnostics.Metrics;
using Sendra.Application.Mail;
using Sendra.Infrastructure.Ingestion;

namespace Sendra.Infrastructure.Mail;

/// <summary>What an operator sees of the mail server; docs/operating.md says when to look.</summary>
internal sealed class MailMetrics
{
    private readonly Counter<long> _mails;

    public MailMetrics(IMeterFactory meters, TransportCircuit circuit)
    {
        var meter = meters.Create(IngestionMetrics.MeterName);
        _mails = meter.CreateCounter<long>("sendra.mails", "{mail}", "Emails to hand over, by outcome.");
        meter.CreateObservableGauge("sendra.mails.circuit_open", () => circuit.IsOpen ? 1 : 0, "{circuit}", "1 while the mail server can't be used and emails wait.");
    }

    public void Answered(MailAnswer answer) => _mails.Add(1, new KeyValuePair<string, object?>("result", answer switch
    {
        MailAnswer.Sent => "sent",
        MailAnswer.Captured => "captured",
        MailAnswer.TryAgain => "tryAgain",
        MailAnswer.NotTried => "notTried",
        MailAnswer.Refused { IsBounce: true } => "bounced",
        _ => "failed",
    }));
}
