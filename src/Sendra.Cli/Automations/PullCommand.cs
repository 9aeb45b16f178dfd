using System.ComponentModel;
using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Client.Automations;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Sendra.Cli.Automations;

internal sealed class PullCommand : AsyncCommand<PullCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var sendra = Connection.Open(settings);
        Directory.CreateDirectory(settings.Folder);
        var known = AutomationFile.ReadAll(settings.Folder).Where(file => file.Id is not null).ToLookup(file => file.Id!);
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var listed in sendra.Automations.ListAllAsync(cancellationToken: cancellationToken))
        {
            var before = known[listed.Id].FirstOrDefault();

            // One that was put away needs no file. A file that there is says so.
            if (listed.Status == AutomationStatus.Archived && before is null)
            {
                continue;
            }

            // A list leaves out the steps.
            var automation = await sendra.Automations.GetAsync(listed.Id, cancellationToken);
            found.Add(automation.Id);
            var file = AutomationFile.Of(settings.Folder, automation, before);
            file.Save();
            var what = before is null ? "new" : before.Text == file.Text ? "unchanged" : "changed";
            Report(settings.Json, what, automation.Status == AutomationStatus.Archived ? $"{file.Path} (archived)" : file.Path);
        }

        foreach (var gone in known.SelectMany(files => files).Where(file => !found.Contains(file.Id!)))
        {
            Report(settings.Json, "gone", gone.Path);
        }

        return (int)ExitCode.Done;
    }

    private static void Report(bool asJson, string what, string path)
    {
        if (asJson)
        {
            Terminal.WriteJson(new { What = what, Path = path });
        }
        else if (what != "unchanged")
        {
            Terminal.Write($"[{(what == "gone" ? "yellow" : "green")}]{what}[/]  {path.EscapeMarkup()}");
        }
    }

    internal sealed class Settings : ConnectionSettings
    {
        [CommandOption("-d|--dir <FOLDER>")]
        [Description("Where the files are.")]
        [DefaultValue("automations")]
        public required string Folder { get; init; }
    }
}
