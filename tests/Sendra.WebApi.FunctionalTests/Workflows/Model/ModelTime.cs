using System.Globalization;

namespace Sendra.Tests.Model;

/// <summary>The time of the workflow model: whole numbers of ten minutes since a start, however many seconds a machine takes in between.</summary>
internal sealed class ModelTime(DateTimeOffset start)
{
    /// <summary>How many there are in a day.</summary>
    public const int Day = 144;

    private const int Minutes = 10;

    public DateTimeOffset At(int time) => start.AddMinutes(time * Minutes);

    public int Of(DateTimeOffset time) => (int)Math.Floor((time - start).TotalMinutes / Minutes);

    public string Date(int time) => At(time).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public string Clock(int time) => At(time).UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How far back something so long ago is found: a little more, since what a machine does takes it seconds.</summary>
    public static string Within(int time) => $"PT{(time * Minutes) + Minutes - 1}M";

    public static string Duration(int time) => $"{(time < 0 ? "-" : "")}PT{Math.Abs(time) * Minutes}M";
}
