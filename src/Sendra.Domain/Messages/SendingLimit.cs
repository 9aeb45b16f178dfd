using System.Globalization;
using NodaTime;

namespace Sendra.Domain.Messages;

/// <summary>How many emails a workspace hands over (M6). What is over it waits its turn.</summary>
/// <param name="PerSecond">Tries in a second, which begins with its first one; null for any number.</param>
/// <param name="PerDay">Messages in a day of the workspace; null for any number.</param>
/// <param name="Zone">Whose midnight ends the day.</param>
public sealed record SendingLimit(int? PerSecond, int? PerDay, DateTimeZone Zone)
{
    /// <summary>The highest limit of a second.</summary>
    public const int MaxPerSecond = 10_000;

    /// <summary>The highest limit of a day.</summary>
    public const int MaxPerDay = 100_000_000;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public bool IsNone => PerSecond is null && PerDay is null;

    /// <summary>How many tries are left now.</summary>
    public int TriesLeft(SendingUsage usage, DateTimeOffset now) =>
        PerSecond is { } most ? Math.Max(0, most - (IsSameSecond(usage, now) ? usage.Tries : 0)) : int.MaxValue;

    /// <summary>How many messages may be tried for the first time today.</summary>
    public int MessagesLeft(SendingUsage usage, DateTimeOffset now) =>
        PerDay is { } most ? Math.Max(0, most - (usage.Day == DayOf(now) ? usage.Messages : 0)) : int.MaxValue;

    /// <summary>When the next message may go: now, unless a limit is reached.</summary>
    public DateTimeOffset OpensAt(SendingUsage usage, DateTimeOffset now)
    {
        var tomorrow = MessagesLeft(usage, now) > 0 ? now : Zone.AtStartOfDay(DateOf(now).PlusDays(1)).ToDateTimeOffset().ToUniversalTime();
        return TriesLeft(usage, now) > 0 || tomorrow > now ? tomorrow : usage.SecondBegan + Second;
    }

    /// <summary>What was used after some tries.</summary>
    /// <param name="tries">How many.</param>
    /// <param name="messages">How many of them were a message's first.</param>
    public SendingUsage Use(SendingUsage usage, DateTimeOffset now, int tries, int messages)
    {
        var (second, day) = (IsSameSecond(usage, now), DayOf(now));
        return new SendingUsage(
            second || tries == 0 ? usage.SecondBegan : now,
            second ? usage.Tries + tries : tries,
            day,
            usage.Day == day ? usage.Messages + messages : messages);
    }

    /// <summary>Why a message waits, as a sentence.</summary>
    public string Explain(SendingUsage usage, DateTimeOffset now) => $"It waits its turn: {Words(usage, now, "The next ones go at")}";

    /// <summary>Why a message can't go now, as a sentence.</summary>
    public string Refuse(SendingUsage usage, DateTimeOffset now) => $"The limit is reached: {Words(usage, now, "Try again at")}";

    private string Words(SendingUsage usage, DateTimeOffset now, string next)
    {
        var most = MessagesLeft(usage, now) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{PerDay:N0} {(PerDay == 1 ? "email" : "emails")} a day")
            : string.Create(CultureInfo.InvariantCulture, $"{PerSecond:N0} {(PerSecond == 1 ? "email" : "emails")} a second");
        var opens = OpensAt(usage, now).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"the workspace sends at most {most}. {next} {opens}.";
    }

    private static bool IsSameSecond(SendingUsage usage, DateTimeOffset now) => now < usage.SecondBegan + Second;

    private LocalDate DateOf(DateTimeOffset now) => Instant.FromDateTimeOffset(now).InZone(Zone).Date;

    private int DayOf(DateTimeOffset now) => Period.DaysBetween(new LocalDate(1970, 1, 1), DateOf(now));
}
