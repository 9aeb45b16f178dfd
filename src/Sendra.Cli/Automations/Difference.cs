using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Sendra.Cli.Common;
using Sendra.Client.Automations;
using Spectre.Console;

namespace Sendra.Cli.Automations;

/// <summary>Shows what a push would change, line by line.</summary>
internal static class Difference
{
    private const int Context = 3;

    public static void Show(AutomationFile file, string before, string after, Automation tried, bool asJson)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after).Lines;
        if (asJson)
        {
            Terminal.WriteJson(new
            {
                file.Path,
                file.Id,
                file.Name,
                What = file.Id is null ? "new" : "changed",
                Removed = lines.Where(line => line.Type == ChangeType.Deleted).Select(line => line.Text),
                Added = lines.Where(line => line.Type == ChangeType.Inserted).Select(line => line.Text),
                tried.InFlight,
            });
            return;
        }

        Terminal.Write($"[bold]{file.Path.EscapeMarkup()}[/] {(file.Id is null ? "[green]new[/]" : "")}");
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Type != ChangeType.Unchanged)
            {
                var (sign, color) = lines[index].Type == ChangeType.Deleted ? ("-", "red") : ("+", "green");
                Terminal.Write($"[{color}]{sign} {lines[index].Text.EscapeMarkup()}[/]");
            }
            else if (lines.Skip(index - Context).Take((2 * Context) + 1).Any(line => line.Type != ChangeType.Unchanged))
            {
                Terminal.Write($"[dim]  {lines[index].Text.EscapeMarkup()}[/]");
            }
        }

        if (tried.InFlight is { Stayed: > 0 } runs)
        {
            Terminal.Write($"[yellow]{runs.Stayed:N0} active runs stay on the version that they began with.[/]");
        }
    }
}
