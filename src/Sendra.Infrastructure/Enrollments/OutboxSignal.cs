using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>The same for the outbox: for what is done outside, and for events, which somebody else sends.</summary>
internal sealed class OutboxSignal
{
    public DueSignal Outside { get; } = new();

    public DueSignal Events { get; } = new();

    /// <summary>A commit has made this due.</summary>
    public void Notify(IReadOnlyList<Effect> wanted)
    {
        Outside.Notify(wanted.Min(effect => effect.Kind == EffectKind.SendEvent ? null : effect.DueAt));
        Events.Notify(wanted.Min(effect => effect.Kind == EffectKind.SendEvent ? effect.DueAt : null));
    }

    /// <summary>Something is due at this time, whatever it is.</summary>
    public void NotifyAll(DateTimeOffset? dueAt)
    {
        Outside.Notify(dueAt);
        Events.Notify(dueAt);
    }
}
