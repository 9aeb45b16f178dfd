using System.Collections.Concurrent;
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
    private readonly ConcurrentBag<Places> _places = [];
    private readonly ConcurrentDictionary<EffectKind, OutboxCount> _counts = [];

    public OutboxMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(IngestionMetrics.MeterName);
        _attempts = meter.CreateCounter<long>("sendra.outbox.attempts", "{attempt}", "Tries to do what steps want done, by what came of them.");
        _retaken = meter.CreateCounter<long>("sendra.outbox.retaken", "{claim}", "Claims that were taken over because no result was recorded: perhaps handed over twice.");
        _duration = meter.CreateHistogram<double>("sendra.outbox.attempt.duration", "s", "How long a try took.");
        meter.CreateObservableGauge("sendra.outbox.under_way", () => _places.Sum(places => places.Taken), "{effect}", "Tries that are under way on this node.");
        meter.CreateObservableGauge("sendra.outbox.size", Sizes, "{effect}", "What is still to be done outside, by state; at most 100,000 of each are counted.");
        meter.CreateObservableGauge("sendra.outbox.events", Events, "{event}", "Events of steps that are still to be sent, by state; at most 100,000 of each are counted.");
    }

    /// <summary>Counts what is under way there, too.</summary>
    public void Watch(Places places) => _places.Add(places);

    public void Counted(EffectKind kind, OutboxCount count) => _counts[kind] = count;

    public void Retaken(int claims) => _retaken.Add(claims);

    public void Took(TimeSpan time) => _duration.Record(time.TotalSeconds);

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
        OutboxCount[] counts = [.. _counts.Where(one => one.Key != EffectKind.SendEvent).Select(one => one.Value)];
        yield return new Measurement<int>(counts.Sum(count => count.Waiting), new KeyValuePair<string, object?>("state", "waiting"));
        yield return new Measurement<int>(counts.Sum(count => count.Claimed), new KeyValuePair<string, object?>("state", "claimed"));
        yield return new Measurement<int>(counts.Sum(count => count.Held), new KeyValuePair<string, object?>("state", "held"));
        yield return new Measurement<int>(counts.Sum(count => count.Limited), new KeyValuePair<string, object?>("state", "limited"));
    }

    private IEnumerable<Measurement<int>> Events()
    {
        var count = _counts.GetValueOrDefault(EffectKind.SendEvent) ?? new OutboxCount(0, 0, 0, 0);
        yield return new Measurement<int>(count.Waiting, new KeyValuePair<string, object?>("state", "waiting"));
        yield return new Measurement<int>(count.Held, new KeyValuePair<string, object?>("state", "held"));
    }
}
