using System.Text.RegularExpressions;

namespace Sendra.WebApi.FunctionalTests.Events.Plans;

/// <summary>What SQLite will do, in its own words.</summary>
internal static partial class SqlitePlan
{
    /// <summary>
    /// Steps that read a whole table or index, or sort more than a page. What is merged from branches of a page each, and
    /// rows that are read by their ids, are few.
    /// </summary>
    public static IReadOnlyList<string> Unwanted(ExplainedCommand command)
    {
        var steps = command.Plan.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('|')).Select(part => (Parent: part[1], Text: part[3])).ToArray();
        var scans = steps.Where(step => WholeTable().IsMatch(step.Text));
        var sorts = steps.Where(step => step.Text.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)
            && steps.Any(beside => beside.Parent == step.Parent && Search().IsMatch(beside.Text) && !beside.Text.Contains(" AND id=?", StringComparison.Ordinal)));
        return [.. scans.Concat(sorts).Select(step => step.Text)];
    }

    // Not of a subquery, of a list of values, or of a constant row.
    [GeneratedRegex(@"^SCAN (?!\(|json_each|value|CONSTANT|u$|u\d|e0|s$|n$|i$)")]
    private static partial Regex WholeTable();

    [GeneratedRegex(@"^SEARCH r\d* ")]
    private static partial Regex Search();
}
