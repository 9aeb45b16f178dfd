using Sendra.Domain.Common;

namespace Sendra.Application.Common;

/// <summary>The times between which something is looked for: instants, or dates, which mean whole days (L1).</summary>
internal static class FilterTimes
{
    /// <summary>What is wrong with a text, as the end of a sentence, or null.</summary>
    public static string? ProblemOf(string? text) =>
        text is null || Read(text, nextDay: false) is not null ? null : "must be an ISO 8601 date or time, like 2026-01-31 or 2026-01-31T12:00:00Z";

    /// <summary>The first moment that counts; null for no limit.</summary>
    public static DateTimeOffset? From(string? text) => Read(text, nextDay: false);

    /// <summary>The first moment that no longer counts; null for no limit. A date counts to its end.</summary>
    public static DateTimeOffset? To(string? text) => Read(text, nextDay: true);

    // In an address a + that was not escaped arrives as a blank.
    private static DateTimeOffset? Read(string? text, bool nextDay) =>
        Iso8601.TryParseDay(text, out var day) ? (nextDay ? EndOf(day) : BeginningOf(day))
        : Iso8601.TryParse(text?.Replace(' ', '+'), out var time) ? time
        : null;

    private static DateTimeOffset EndOf(DateOnly day) => day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : BeginningOf(day.AddDays(1));

    // Days are those of UTC: workspaces have no time zone yet, and here it will come in.
    private static DateTimeOffset BeginningOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
