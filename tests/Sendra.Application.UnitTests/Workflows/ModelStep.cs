using System.Globalization;
using System.Text.Json;

namespace Sendra.Application.UnitTests.Workflows;

/// <summary>
/// A step as the model knows it: which kind, and where it leads. Times are minutes since the start, dates stand in the contact's
/// field <c>trialEndsAt</c>.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">w: waits for minutes, u: waits until the date, b: branches by plan, s: splits, c: changes the contact.</param>
/// <param name="Minutes">How long it waits, or how long after the date.</param>
/// <param name="Plan">The plan that it asks for or sets; a number is set as date.</param>
/// <param name="Next">Where it leads, by number; for a branch where the plan leads.</param>
/// <param name="Otherwise">The other way of a branch or a split.</param>
internal sealed record ModelStep(string Id, char Kind, int Minutes, string Plan, int? Next, int? Otherwise)
{
    public static string ToJson(IReadOnlyList<ModelStep> steps) => JsonSerializer.Serialize(steps.Select(step => step.ToJsonObject(steps)));

    public static string Date(int minute) =>
        Walked.Start.AddMinutes(minute).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private object ToJsonObject(IReadOnlyList<ModelStep> steps)
    {
        var (next, otherwise) = (Next is { } n ? steps[n].Id : null, Otherwise is { } o ? steps[o].Id : null);
        return Kind switch
        {
            'w' => new { id = Id, type = "wait", @for = $"PT{Minutes}M", next },
            'u' => new { id = Id, type = "wait", until = new { field = "contact.trialEndsAt", offset = $"{(Minutes < 0 ? "-" : "")}PT{Math.Abs(Minutes)}M" }, next },
            'b' => new
            {
                id = Id,
                type = "branch",
                otherwise,
                paths = new[] { new { name = "yes", when = new { field = "contact.plan", op = "equals", value = Plan }, next } },
            },
            's' => new { id = Id, type = "split", paths = new object[] { new { name = "a", weight = 1, next }, new { name = "b", weight = 2, next = otherwise } } },
            'c' => new { id = Id, type = "updateContact", set = int.TryParse(Plan, out var date) ? new { trialEndsAt = Date(date) } : (object)new { plan = Plan }, next },
            _ => throw new InvalidOperationException($"No step is a {Kind}."),
        };
    }
}
