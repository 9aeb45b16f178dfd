namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>The time, written each second, so that a read replica shows how far it has come.</summary>
internal sealed class ReplicaBeat
{
    /// <summary>Drawn by lot: another database's replica doesn't have it.</summary>
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }
}
