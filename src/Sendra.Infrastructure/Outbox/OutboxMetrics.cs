using System.Diagnostics.Metrics;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Ingestion;

namespace Sendra.Infrastructure.Outbox;

/// <summary>What an operator sees of the outbox; docs/operating.md says when to look.</summary>
internal sealed class OutboxMetrics
{
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _retaken;
    private readonly Histogram<double> _duration;
    private (int Waiting, int Claimed, int Held, int Limited) _counts;
    private (int Waiting, int Held) _events;

    public OutboxMetrics(IMeterFactory meters, Places places)
    {
        var meter = meters.Create(IngestionMetrics.MeterName);
        _attempts = meter.CreateCounter<long>("sendra.outbox.attempts", "{attempt}", "Tries to do what steps want done, by what came of them.");
        _retaken = meter.CreateCounter<long>("sendra.outbox.retaken", "{claim}", "Claims that were taken over because no result was recorded: perhaps handed over twice.");
        _duration = meter.CreateHistogram<double>("sendra.outbox.attempt.duration", "s", "How long a try took.");
        meter.CreateObservableGauge("sendra.outbox.under_way", () => places.Taken, "{effect}", "Tries that are under way on this node.");
        meter.CreateObservableGauge("sendra.outbox.size", Sizes, "{effect}", "What is still to be done outside, by state; at most 100,000 of each are counted.");
        meter.CreateObservableGauge("sendra.outbox.events", Events, "{event}", "Events of steps that are still to be sent, by state; at most 100,000 of each are counted.");
    }

    public void Counted((int Waiting, int Claimed, int Held, int Limited) counts) => _counts = counts;

    public void Retaken(int claims) => _retaken.Add(claims);

    public void Took(TimeSpan time) => _duration.Record(time.TotalSeconds);

    public void EventsCounted((int Waiting, int Claimed, int Held, int Limited) counts) => _events = (counts.Waiting, counts.Held);

    public void Tried(EffectKind kind, EffectResult result) => _attempts.Add(
        1,
        new KeyValuePair<string, object?>("kind", kind switch
        {
            EffectKind.CallUrl => "callUrl",
            EffectKind.SendEmail => "sendEmail",
            EffectKind.SendEvent => "sendEvent",
        }),
        new KeyValuePair<string, object?>("result", result switch
        {
            EffectResult.Done => "done",
            EffectResult.TryAgain => "tryAgain",
            EffectResult.Skipped => "skipped",
            EffectResult.Postponed => "postponed",
            _ => "failed",
        }));

    private IEnumerable<Measurement<int>> Sizes()
    {
        var (waiting, claimed, held, limited) = _counts;
        yield return new Measurement<int>(waiting, new KeyValuePair<string, object?>("state", "waiting"));
        yield return new Measurement<int>(claimed, new KeyValuePair<string, object?>("state", "claimed"));
        yield return new Measurement<int>(held, new KeyValuePair<string, object?>("state", "held"));
        yield return new Measurement<int>(limited, new KeyValuePair<string, object?>("state", "limited"));
    }

    private IEnumerable<Measurement<int>> Events()
    {
        var (waiting, held) = _events;
        yield return new Measurement<int>(waiting, new KeyValuePair<string, object?>("state", "waiting"));
        yield return new Measurement<int>(held, new KeyValuePair<string, object?>("state", "held"));
    }
}
