using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Events.Plans;

/// <summary>What PostgreSQL did, in numbers.</summary>
internal static class PostgreSqlPlan
{
    /// <summary>How many rows the busiest step read, sorted or threw away, all its rounds together.</summary>
    public static double MostRows(ExplainedCommand command)
    {
        var root = JsonDocument.Parse(command.Plan).RootElement[0].GetProperty("Plan");
        return Steps(root).Max(step =>
            (Number(step, "Actual Rows") + Number(step, "Rows Removed by Filter") + Number(step, "Rows Removed by Join Filter")) * Number(step, "Actual Loops"));
    }

    private static IEnumerable<JsonElement> Steps(JsonElement step) =>
        step.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(Steps).Prepend(step) : [step];

    private static double Number(JsonElement step, string name) => step.TryGetProperty(name, out var value) ? value.GetDouble() : 0;
}
