namespace Sendra.WebApi.FunctionalTests.Events.Plans;

/// <summary>What SQLite will do, in its own words.</summary>
internal static class SqlitePlan
{
    /// <summary>
    /// Steps that read a whole table or index, or sort what they find in one. Subqueries have at most a page, and rows that
    /// are looked up by their ids are few.
    /// </summary>
    public static IReadOnlyList<string> Unwanted(ExplainedCommand command)
    {
        var steps = command.Plan.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('|')).Select(part => (Parent: part[1], Text: part[3])).ToArray();
        var subqueries = steps.Select(step => step.Text.Split(' ')).Where(words => words[0] is "CO-ROUTINE" or "MATERIALIZE").Select(words => words[1]).ToHashSet();
        var scans = steps.Where(step => step.Text.Split(' ') is ["SCAN", var what, ..] && !subqueries.Contains(what) && what is not ("CONSTANT" or "json_each"));
        var sorts = steps.Where(step => step.Text.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal)
            && steps.Any(beside => beside.Parent == step.Parent && beside.Text.StartsWith("SEARCH ", StringComparison.Ordinal)
                && !beside.Text.Contains("(workspace_id=? AND id=?)", StringComparison.Ordinal)
                && !subqueries.Contains(beside.Text.Split(' ')[1])));
        return [.. scans.Concat(sorts).Select(step => step.Text)];
    }
}
