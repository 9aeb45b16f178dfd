using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Sendra.Domain.Common;

namespace Sendra.Domain.Calendar;

/// <summary>Reads a window as it is written in a step: <c>{ days, from, to, timeZone }</c>.</summary>
internal static class TimeWindowReader
{
    private static readonly string[] DayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <param name="json">The window.</param>
    /// <param name="path">Where it stands in the definition.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="window">The window if the result is true.</param>
    internal static bool TryParse(JsonElement json, string path, ICollection<DefinitionProblem> problems, [NotNullWhen(true)] out TimeWindow? window)
    {
        window = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new(path, $"The window is {Excerpt.Value(json)}. It must be {{ days, from, to, timeZone }}."));
            return false;
        }

        var before = problems.Count;
        var days = Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day).ToArray();
        LocalTime? from = null;
        LocalTime? to = null;
        var zone = WindowZone.Contact;
        foreach (var property in json.EnumerateObject())
        {
            var place = $"{path}.{property.Name}";
            switch (property.Name)
            {
                case "days":
                    days = ReadDays(property.Value, place, problems);
                    break;
                case "from":
                    from = ReadTime(property.Value, place, problems);
                    break;
                case "to":
                    to = ReadTime(property.Value, place, problems);
                    break;
                case "timeZone":
                    zone = ReadZone(property.Value, place, problems);
                    break;
                default:
                    problems.Add(new(place, $"A window has days, from, to and timeZone, but no {Excerpt.Name(property.Name)}."));
                    break;
            }
        }

        Require("from", from);
        Require("to", to);
        if (from == to && from is { } same && same != LocalTime.Midnight)
        {
            problems.Add(new($"{path}.to", "The window ends where it begins. Write 00:00 and 24:00 for the whole day."));
        }

        window = problems.Count == before ? new TimeWindow(days, from!.Value, to!.Value, zone) : null;
        return window is not null;

        void Require(string name, LocalTime? time)
        {
            if (time is null && !json.TryGetProperty(name, out _))
            {
                problems.Add(new($"{path}.{name}", $"The window needs {name}, a time of day like 09:00."));
            }
        }
    }

    private static IsoDayOfWeek[] ReadDays(JsonElement json, string path, ICollection<DefinitionProblem> problems)
    {
        var days = json.ValueKind == JsonValueKind.Array && json.GetArrayLength() is > 0 and <= 7
            ? json.EnumerateArray().Select(day => (IsoDayOfWeek)(Array.IndexOf(DayNames, day.TextOrNull()) + 1)).ToArray()
            : [IsoDayOfWeek.None];
        if (days.Contains(IsoDayOfWeek.None) || days.Distinct().Count() < days.Length)
        {
            problems.Add(new(path, $"days must be a list of some of {string.Join(", ", DayNames)}, each once."));
        }

        return days;
    }

    // Twenty-four o'clock is how people write the end of a day.
    private static LocalTime? ReadTime(JsonElement json, string path, ICollection<DefinitionProblem> problems)
    {
        var text = json.TextOrNull();
        if (text == "24:00" && path.EndsWith(".to", StringComparison.Ordinal))
        {
            return LocalTime.Midnight;
        }

        if (text is not null && Clock.Parse(text) is { Success: true } result)
        {
            return result.Value;
        }

        problems.Add(new(path, $"This is {Excerpt.Value(json)}; it must be a time of day like 09:00."));
        return null;
    }

    private static WindowZone ReadZone(JsonElement json, string path, ICollection<DefinitionProblem> problems)
    {
        var zone = WindowZone.Find(json.TextOrNull());
        if (zone is null)
        {
            problems.Add(new(path, $"{Excerpt.Value(json)} isn't a time zone in the tz database, like Europe/Berlin. You can also write contact or workspace."));
        }

        return zone ?? WindowZone.Workspace;
    }
}
