using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>The same for the outbox: each kind of effect has somebody of its own who sees to it.</summary>
internal sealed class OutboxSignal
{
    private readonly Dictionary<EffectKind, DueSignal> _signals = Enum.GetValues<EffectKind>().ToDictionary(kind => kind, _ => new DueSignal());

    /// <summary>Wakes whoever sees to one kind.</summary>
    public DueSignal Of(EffectKind kind) => _signals[kind];

    /// <summary>A commit has made this due.</summary>
    public void Notify(IReadOnlyList<Effect> wanted)
    {
        foreach (var effect in wanted)
        {
            Of(effect.Kind).Notify(effect.DueAt);
        }
    }

    /// <summary>Something is due at this time, whatever it is.</summary>
    public void NotifyAll(DateTimeOffset? dueAt)
    {
        foreach (var signal in _signals.Values)
        {
            signal.Notify(dueAt);
        }
    }
}
