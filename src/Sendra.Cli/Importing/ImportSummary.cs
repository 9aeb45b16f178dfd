using System.Globalization;
using Sendra.Cli.Common;
using Spectre.Console;

namespace Sendra.Cli.Importing;

/// <summary>Says how an import ended.</summary>
internal static class ImportSummary
{
    public static ExitCode Say(bool asJson, string file, ImportJournal journal, ImportProgress progress)
    {
        var state = journal.State;
        if (asJson)
        {
            Terminal.WriteJson(new
            {
                File = file,
                state.Accepted,
                state.Rejected,
                Rejects = state.Rejected > 0 ? journal.RejectsPath : null,
                Seconds = Math.Round(progress.Elapsed.TotalSeconds, 3),
            });
        }
        else
        {
            Terminal.Write($"[green]{state.Accepted.ToString("N0", CultureInfo.InvariantCulture)}[/] imported, {(state.Rejected > 0 ? "[red]" : "[dim]")}{state.Rejected:N0} refused[/], in {progress.Elapsed:hh\\:mm\\:ss}{(progress.Pace >= 1 ? $" ({progress.Pace:N0} lines/s)" : "")}.");
            if (state.Rejected > 0)
            {
                Terminal.Say($"Refused lines, and why: {journal.RejectsPath.EscapeMarkup()}");
            }
        }

        return state.Rejected > 0 ? ExitCode.DoneInPart : ExitCode.Done;
    }

    public static ExitCode SayAlreadyDone(bool asJson, string file, ImportState state, DateTimeOffset finished)
    {
        if (asJson)
        {
            Terminal.WriteJson(new { File = file, state.Accepted, state.Rejected, FinishedAt = finished });
        }
        else
        {
            Terminal.Say($"{file.EscapeMarkup()} was imported already, on {finished.ToLocalTime():g}: {state.Accepted:N0} lines, {state.Rejected:N0} refused. To import it once more, use --restart.");
        }

        return state.Rejected > 0 ? ExitCode.DoneInPart : ExitCode.Done;
    }

    public static void SayBroken(InputFile input, ImportState state) => Terminal.Say(input.IsStandardInput
        ? $"Broke off after {state.Accepted + state.Rejected:N0} lines. Send the same input again within 7 days: what arrived isn't taken twice."
        : $"Broke off after {state.Accepted + state.Rejected:N0} lines. Run the same command again to go on.");
}
