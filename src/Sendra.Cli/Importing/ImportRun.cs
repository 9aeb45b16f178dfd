using System.Text;
using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Client;

namespace Sendra.Cli.Importing;

/// <summary>What both imports have in common: how they begin, go on after a break, and end.</summary>
internal static class ImportRun
{
    // A call that was on its way at the break is known again by its key for as long.
    private static readonly TimeSpan KeysAreKept = TimeSpan.FromDays(7);

    /// <param name="settings">What was asked for.</param>
    /// <param name="kind">What is imported.</param>
    /// <param name="lanes">Over how many lanes, unless it goes on.</param>
    /// <param name="options">What else makes it another import.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    public static async Task<int> ExecuteAsync(
        ImportSettings settings,
        string kind,
        int lanes,
        string[] options,
        Func<SendraClient, LineReader, ImportJournal, ImportProgress, Task> work,
        CancellationToken cancellationToken)
    {
        var isCsv = settings.IsCsv;
        using var sendra = Connection.Open(settings);
        var input = InputFile.Open(settings.File, settings.Encoding);
        string[] mapping = [.. settings.Mapping().Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)];

        // Before a long file is read: does the key work? And a state is of one workspace.
        var status = await sendra.Status.GetAsync(cancellationToken);
        var facts = input.IsStandardInput ? null : await Task.Run(() => input.Measure(cancellationToken), cancellationToken);
        var identity = ImportState.IdentityOf([kind, status.Workspace.Id, facts?.Fingerprint ?? "-", isCsv.ToString(), input.Encoding.WebName, .. options, .. mapping]);
        var state = Begin(identity, input, settings.Restart, lanes, canResume: facts is not null);
        if (state.FinishedAt is { } finished)
        {
            return (int)ImportSummary.SayAlreadyDone(settings.Json, input.Name, state, finished);
        }

        using var journal = new ImportJournal(state, settings.RejectsPath, isKept: facts is not null);
        using var reader = input.Read();
        var progress = new ImportProgress(facts is null ? null : facts.Lines - (isCsv ? 1 : 0));
        try
        {
            var importing = work(sendra, new LineReader(reader), journal, progress);
            journal.Begin();
            await progress.ShowAsync(input.Name, importing);
        }
        catch (DecoderFallbackException)
        {
            ImportSummary.SayBroken(input, journal.State);
            throw new FailedException($"The {input.Name} isn't text in {input.Encoding.WebName}. If it is in another encoding, say which: --encoding windows-1252.");
        }
        catch (Exception exception) when (exception is not UsageException)
        {
            ImportSummary.SayBroken(input, journal.State);
            throw;
        }

        journal.Finish(TimeProvider.System.GetUtcNow());
        return (int)ImportSummary.Say(settings.Json, input.Name, journal, progress);
    }

    private static ImportState Begin(string identity, InputFile input, bool restart, int lanes, bool canResume)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (canResume && !restart && ImportState.Find(identity) is { } known)
        {
            return known.FinishedAt is not null || now - known.StartedAt <= KeysAreKept ? known : throw new FailedException(
                $"This import broke off more than 7 days ago, on {known.StartedAt:d}. What was on its way then could come twice. Look at the log, then use --restart to send all of the file again.");
        }

        // Who asks for the file to be sent again means it.
        return new ImportState { Identity = identity, File = input.Name, StartedAt = now, Salt = restart ? Guid.NewGuid().ToString("N") : "", Lanes = new long[lanes] };
    }
}
