using System.ComponentModel;
using System.Net;
using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Client;
using Sendra.Client.Automations;
using Sendra.Client.Common;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Sendra.Cli.Automations;

internal sealed class PushCommand : AsyncCommand<PushCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var sendra = Connection.Open(settings);
        var files = settings.Files is { Length: > 0 } named ? [.. named.Select(AutomationFile.Read)] : AutomationFile.ReadAll(settings.Folder);
        if (files.Count == 0)
        {
            throw new FailedException($"There are no files in {settings.Folder}. “sendra automations pull” writes them.");
        }

        // All of it is tried before any of it is saved.
        var changes = new List<AutomationFile>();
        foreach (var file in files)
        {
            if (await ShowAsync(sendra, file, settings.Json, cancellationToken))
            {
                changes.Add(file);
            }
        }

        if (changes.Count == 0)
        {
            Terminal.Say("The server has the same.");
            return (int)ExitCode.Done;
        }

        if (settings.DryRun)
        {
            return (int)ExitCode.Different;
        }

        if (!settings.Yes && !await AgreesAsync(changes.Count, cancellationToken))
        {
            return (int)ExitCode.Different;
        }

        foreach (var file in changes)
        {
            var saved = file.Id is { } id
                ? await sendra.Automations.UpdateAsync(id, file.ToDefinition(dryRun: false), cancellationToken)
                : await sendra.Automations.CreateAsync(file.ToDefinition(dryRun: false), cancellationToken);
            AutomationFile.Of(settings.Folder, saved, file).Save();
            Terminal.Say($"[green]Saved[/] {saved.Name.EscapeMarkup()}{(file.Id is null ? ", as a draft" : "")}{Moves(saved)}.");
        }

        return (int)ExitCode.Done;
    }

    private static string Moves(Automation saved) => saved.InFlight is { Stayed: > 0 } runs ? $"; {runs.Stayed:N0} runs stay on their version" : "";

    private static async Task<bool> AgreesAsync(int changes, CancellationToken cancellationToken)
    {
        if (!Terminal.IsInteractive)
        {
            Terminal.Say("Nothing was saved. Add --yes to save it.");
            return false;
        }

        return await new ConfirmationPrompt($"Save {changes} automation{(changes == 1 ? "" : "s")}?") { DefaultValue = false }.ShowAsync(Terminal.Messages, cancellationToken);
    }

    // A dry run first: what the server wouldn't take is said before anything is saved.
    private static async Task<bool> ShowAsync(SendraClient sendra, AutomationFile file, bool asJson, CancellationToken cancellationToken)
    {
        try
        {
            var before = file.Id is { } id ? AutomationFile.Of("", await sendra.Automations.GetAsync(id, cancellationToken), file) : null;
            if (before?.Text == file.Text)
            {
                return false;
            }

            // Compared as the server would have it, so that the order of keys makes no difference.
            var tried = file.Id is { } known
                ? await sendra.Automations.UpdateAsync(known, file.ToDefinition(dryRun: true), cancellationToken)
                : await sendra.Automations.CreateAsync(file.ToDefinition(dryRun: true), cancellationToken);
            var after = AutomationFile.Of("", tried, file);
            if (before?.Text == after.Text)
            {
                return false;
            }

            Difference.Show(file, before?.Text ?? "", before is null ? file.Text : after.Text, tried, asJson);
            return true;
        }
        catch (SendraException refusal) when (refusal.Code == "changedMeanwhile")
        {
            throw new FailedException($"{file.Path}: somebody changed “{file.Name}” on the server since it was pulled (version {file.Version}). Pull, look at the difference in git, then push.");
        }
        catch (SendraException refusal) when (refusal.Status == HttpStatusCode.NotFound)
        {
            throw new FailedException($"{file.Path}: the server has no automation {file.Id}. Delete its “id” and “version” to make a new one.");
        }
        catch (SendraException refusal) when (refusal.Errors.Count > 0)
        {
            throw new FailedException($"{file.Path}: {string.Join(" ", refusal.Errors.SelectMany(field => field.Value))}");
        }
    }

    internal sealed class Settings : ConnectionSettings
    {
        [CommandArgument(0, "[FILES]")]
        [Description("The files. Default: all of the folder.")]
        public string[]? Files { get; init; }

        [CommandOption("-d|--dir <FOLDER>")]
        [Description("Where the files are.")]
        [DefaultValue("automations")]
        public required string Folder { get; init; }

        [CommandOption("-y|--yes")]
        [Description("Saves without asking.")]
        public bool Yes { get; init; }

        [CommandOption("--dry-run")]
        [Description("Shows what differs, and saves nothing. Exit code 6 if something does.")]
        public bool DryRun { get; init; }
    }
}
