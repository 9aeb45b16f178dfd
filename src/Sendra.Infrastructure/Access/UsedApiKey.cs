using Sendra.Application.Access;

namespace Sendra.Infrastructure.Access;

/// <summary>A key that this node knows, and when its use was last noted.</summary>
/// <param name="notedAt">When its use was last noted, on any node; null when never.</param>
internal sealed class UsedApiKey(KnownApiKey key, DateTimeOffset? notedAt)
{
    // Often enough for people, seldom enough for the database.
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private long _notedAt = notedAt?.UtcTicks ?? 0;

    public KnownApiKey Key { get; } = key;

    /// <summary>True for one caller a minute, who then notes the use.</summary>
    public bool IsDue(DateTimeOffset now)
    {
        var noted = Volatile.Read(ref _notedAt);
        return now.UtcTicks - noted >= Interval.Ticks
            && Interlocked.CompareExchange(ref _notedAt, now.UtcTicks, noted) == noted;
    }
}
