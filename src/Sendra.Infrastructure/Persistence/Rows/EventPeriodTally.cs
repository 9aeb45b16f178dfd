using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>
/// What the log has of a time: of each name by the day, and of all names together by the hour, both UTC. Kept and sharded
/// like <see cref="EventNameTally"/>. A time without events has no tally.
/// </summary>
internal sealed class EventPeriodTally : IWorkspaceOwned
{
    /// <summary>Stands for all names together, by the hour. No event has an empty name.</summary>
    public const string AllNames = "";

    public WorkspaceId WorkspaceId { get; init; }

    /// <summary>The name, or <see cref="AllNames"/>.</summary>
    public required string EventName { get; init; }

    /// <summary>When the day or the hour begins, in hours since 1970.</summary>
    public int Hour { get; init; }

    /// <summary>As in <see cref="EventNameTally.Shard"/>.</summary>
    public int Shard { get; init; }

    /// <summary>What this shard adds to the count of events.</summary>
    public long Received { get; init; }

    /// <summary>What it adds to the count of enrollments that events made.</summary>
    public long Enrolled { get; init; }

    /// <summary>What it adds to the count of enrollments that events dropped.</summary>
    public long Exited { get; init; }

    public static int HourOf(DateTimeOffset time) =>
        (int)(time.UtcTicks / TimeSpan.TicksPerHour) - (int)(DateTimeOffset.UnixEpoch.UtcTicks / TimeSpan.TicksPerHour);

    /// <summary>The hour in which the day of a time begins.</summary>
    public static int DayOf(DateTimeOffset time) => HourOf(time.UtcDateTime.Date);

    /// <summary>When an hour begins.</summary>
    public static DateTimeOffset TimeOf(int hour) => DateTimeOffset.UnixEpoch.AddHours(hour);
}
