using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Sendra.Domain.Common;

namespace Sendra.Domain.Calendar;

/// <summary>
/// A duration in ISO 8601. Years, months, weeks and days are the calendar's: "one day later" is the same time of day, also when
/// the clocks change; hours, minutes and seconds are exact.
/// </summary>
public sealed partial record IsoDuration
{
    /// <summary>The greatest number of days where nothing else is said.</summary>
    public const int MaxDays = 3_660;

    /// <summary>The maximum length of its text.</summary>
    public const int MaxLength = 66;

    private readonly Period _date;
    private readonly Duration _time;

    private IsoDuration(string text, Period date, Duration time)
    {
        Text = text;
        _date = date;
        _time = time;
    }

    /// <summary>As it was written: <c>PT30M</c>, <c>-P3D</c>.</summary>
    public string Text { get; }

    /// <summary>Reads a duration of at most <paramref name="maxDays"/>, months counted as 31 days and years as 366.</summary>
    /// <param name="text">What a person wrote.</param>
    /// <param name="maxDays">The greatest number of days, in either direction.</param>
    /// <param name="mayBeNegative">Whether a minus may stand before it.</param>
    /// <param name="duration">The duration if the result is true.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name, if the result is false.</param>
    public static bool TryParse(
        string? text,
        int maxDays,
        bool mayBeNegative,
        [NotNullWhen(true)] out IsoDuration? duration,
        [NotNullWhen(false)] out string? problem)
    {
        duration = null;
        var match = Iso().Match(text ?? "");
        if (!match.Success)
        {
            problem = text is { Length: > 0 }
                ? $"is {Excerpt.Text(text)}, which isn't an ISO 8601 duration like PT30M, P3D or P1M"
                : "must be an ISO 8601 duration like PT30M, P3D or P1M";
            return false;
        }

        int Of(string unit) => int.Parse($"0{match.Groups[unit].Value}", CultureInfo.InvariantCulture);
        var (years, months, weeks, days) = (Of("years"), Of("months"), Of("weeks"), Of("days"));
        var time = Duration.FromHours(Of("hours")) + Duration.FromMinutes((long)Of("minutes")) + Duration.FromSeconds((long)Of("seconds"));
        var isNegative = text![0] == '-';
        problem = isNegative && !mayBeNegative ? "must not be negative"
            : (years * 366L) + (months * 31L) + (weeks * 7L) + days + time.TotalDays > maxDays ? $"must be at most P{maxDays}D"
            : null;
        if (problem is null)
        {
            var date = new PeriodBuilder { Years = years, Months = months, Weeks = weeks, Days = days }.Build();
            duration = isNegative ? new IsoDuration(text, -date, -time) : new IsoDuration(text, date, time);
        }

        return problem is null;
    }

    /// <summary>True when it says no time at all: <c>PT0S</c>.</summary>
    public bool IsZero => _time == Duration.Zero && _date.Equals(Period.Zero);

    /// <summary>A duration that is known to be valid, from the database.</summary>
    /// <exception cref="FormatException">Something is wrong with it after all.</exception>
    public static IsoDuration Parse(string text) => TryParse(text, MaxDays, mayBeNegative: true, out var duration, out var problem)
        ? duration
        : throw new FormatException($"The duration {problem}.");

    /// <summary>This much after an instant, or before it when negative.</summary>
    /// <param name="start">Any storable instant.</param>
    /// <param name="zone">Whose calendar counts days, months and years.</param>
    public Instant AddTo(Instant start, DateTimeZone zone) => Add(start, zone, _date, _time);

    /// <summary>This much before an instant.</summary>
    /// <param name="start">Any storable instant.</param>
    /// <param name="zone">Whose calendar counts days, months and years.</param>
    public Instant SubtractFrom(Instant start, DateTimeZone zone) => Add(start, zone, -_date, -_time);

    public bool Equals(IsoDuration? other) => other?.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    // NodaTime's calendar ends in the years -9998 and 9999; nothing that anybody waits for lies there.
    private static Instant Add(Instant start, DateTimeZone zone, Period date, Duration time)
    {
        try
        {
            var day = date.HasDateComponent ? start.InZone(zone).LocalDateTime.Plus(date).InZoneLeniently(zone).ToInstant() : start;
            return Instants.Storable(day + time);
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            return Instants.Storable(start > NodaConstants.UnixEpoch ? Instant.MaxValue : Instant.MinValue);
        }
    }

    [GeneratedRegex(@"^-?P(?=.)((?<years>[0-9]{1,8})Y)?((?<months>[0-9]{1,8})M)?((?<weeks>[0-9]{1,8})W)?((?<days>[0-9]{1,8})D)?(T(?=.)((?<hours>[0-9]{1,8})H)?((?<minutes>[0-9]{1,8})M)?((?<seconds>[0-9]{1,8})S)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
