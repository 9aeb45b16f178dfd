using System.Globalization;
using System.Text.RegularExpressions;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Calendar;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Durations as Resend's clients write them: <c>3 days</c>, <c>1 hour</c>, <c>1 day 12 hours</c>.</summary>
internal static partial class ResendDuration
{
    /// <summary>How long a run waits when nothing is said: as long as it may.</summary>
    public static readonly string Longest = $"P{WaitStep.MaxDays}D";

    /// <summary>The duration in ISO 8601, or what is wrong with it, as the end of a sentence.</summary>
    public static string? ToIso(string? text, out string? problem)
    {
        var match = Words().Match(text ?? "");
        problem = match.Success ? null : "must be a duration like 30 minutes, 1 hour or 3 days";
        if (!match.Success)
        {
            return null;
        }

        var (months, days, seconds) = (0L, 0L, 0L);
        for (var part = 0; part < match.Groups["number"].Captures.Count; part++)
        {
            var number = long.Parse(match.Groups["number"].Captures[part].ValueSpan, CultureInfo.InvariantCulture);
            switch (match.Groups["unit"].Captures[part].Value.ToLowerInvariant())
            {
                case "mo":
                    months += number;
                    break;
                case "w":
                    days += 7 * number;
                    break;
                case "d":
                    days += number;
                    break;
                case "h":
                    seconds += 3_600 * number;
                    break;
                case "m":
                    seconds += 60 * number;
                    break;
                default:
                    seconds += number;
                    break;
            }
        }

        var iso = $"P{Of(months, 'M')}{Of(days, 'D')}{(seconds > 0 || months + days == 0 ? $"T{seconds}S" : "")}";
        problem = IsoDuration.TryParse(iso, WaitStep.MaxDays, mayBeNegative: false, out _, out _) ? null : $"must be at most {WaitStep.MaxDays} days";
        return iso;
    }

    /// <summary>An ISO 8601 duration in words.</summary>
    public static string ToWords(string iso)
    {
        var match = Iso().Match(iso);
        var words = ((string Group, string Unit)[])[("y", "year"), ("mo", "month"), ("w", "week"), ("d", "day"), ("h", "hour"), ("m", "minute"), ("s", "second")];
        return string.Join(' ', words.Where(word => match.Groups[word.Group].Success).Select(word => match.Groups[word.Group].Value is "1" ? $"1 {word.Unit}" : $"{match.Groups[word.Group].Value} {word.Unit}s"));
    }

    private static string Of(long number, char unit) => number > 0 ? $"{number}{unit}" : "";

    [GeneratedRegex(
        @"^\s*((?<number>[0-9]{1,8})\s*((?<unit>mo)(nths?)?|(?<unit>w)(eeks?|ks?)?|(?<unit>d)(ays?)?|(?<unit>h)(ours?|rs?)?|(?<unit>m)(in(ute)?s?)?|(?<unit>s)(ec(ond)?s?)?)(\s*,\s*|\s+and\s+|\s+|$))+$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    [GeneratedRegex(@"^P((?<y>\d+)Y)?((?<mo>\d+)M)?((?<w>\d+)W)?((?<d>\d+)D)?(T((?<h>\d+)H)?((?<m>\d+)M)?((?<s>\d+)S)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
