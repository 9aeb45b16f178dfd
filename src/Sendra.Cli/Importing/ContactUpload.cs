using System.Net;
using Sendra.Client.Common;
using Sendra.Client.Contacts;

namespace Sendra.Cli.Importing;

/// <summary>
/// Sends a file of contacts part by part, each once the one before is saved: a workspace runs one import at a time. A part's name says which it
/// is, so after a break one that arrived is found again and not sent twice.
/// </summary>
/// <param name="imports">Takes the parts.</param>
/// <param name="lines">The file.</param>
/// <param name="format">How it is written.</param>
/// <param name="mapping">Which column becomes which property; null to go by their names.</param>
/// <param name="journal">What is done.</param>
/// <param name="progress">Shown to people.</param>
internal sealed class ContactUpload(
    ContactImportsApi imports, ContactLines lines, ExportFormat format, IReadOnlyDictionary<string, string>? mapping, ImportJournal journal, ImportProgress progress)
{
    private const int Lane = 0;

    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private readonly string _name = $"{journal.State.Identity[..8]}{(journal.State.Salt.Length > 0 ? journal.State.Salt[..4] : "")} {journal.State.File}";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var done = journal.State.Lanes[Lane];
        while (lines.Read(done, progress.Pass) is { } part)
        {
            var rejected = part.Rejected.ToList();
            if (part.Lines > 0)
            {
                await SendAsync(part, rejected, cancellationToken);
            }

            journal.Commit(Lane, part.LastLine, part.Lines + part.Rejected.Count - rejected.Count, rejected);
            progress.Add(part.Lines + part.Rejected.Count);
        }
    }

    private async Task SendAsync(ContactPart part, List<RejectedLine> rejected, CancellationToken cancellationToken)
    {
        var name = $"{_name}, lines {part.FirstLine}-{part.LastLine}";
        name = name.Length > 255 ? name[^255..] : name;
        while (true)
        {
            var id = await AgainAsync(() => ArriveAsync(part, name, cancellationToken), cancellationToken);
            var import = await AgainAsync(() => imports.WaitAsync(id, cancellationToken: cancellationToken), cancellationToken);
            if (import.Status == ImportStatus.Completed)
            {
                if (import.Refused > 0)
                {
                    await AgainAsync(() => ReadRefusedAsync(part, id, rejected, cancellationToken), cancellationToken);
                }

                return;
            }

            // It broke off while it arrived.
        }
    }

    // The import that has this part: one that is there already, or a new one.
    private async Task<string> ArriveAsync(ContactPart part, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = (await imports.ListAsync(200, cancellationToken: cancellationToken)).Items
                .FirstOrDefault(import => import.FileName == name && (import.Status is ImportStatus.Running or ImportStatus.Completed));
            if (known is not null)
            {
                return known.Id;
            }

            try
            {
                return (await imports.StartAsync(part.Open(), format, mapping, name, cancellationToken)).ImportId;
            }
            catch (SendraException refusal) when (refusal.Code == "importRunning")
            {
                // Somebody else's, or this part, which just arrived.
                await Task.Delay(Wait, cancellationToken);
            }
        }
    }

    private async Task<bool> ReadRefusedAsync(ContactPart part, string id, List<RejectedLine> rejected, CancellationToken cancellationToken)
    {
        var found = new List<RejectedLine>();
        using var reader = new StreamReader(await imports.DownloadErrorsAsync(id, cancellationToken));
        var records = new CsvRecords(new LineReader(reader), ',');
        records.Read();
        while (records.Read() is { Problem: null } record)
        {
            if (CsvRecords.Split(record.Text, ',') is [var line, "refused", var problem, var text] && int.TryParse(line, out var number))
            {
                found.Add(new RejectedLine(part.SourceOf(number), problem, text));
            }
        }

        rejected.AddRange(found);
        return true;
    }

    private static async Task<T> AgainAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var begin = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                return await call();
            }
            catch (Exception trouble) when (trouble is HttpRequestException or IOException or SendraException { IsTransient: true, Status: not HttpStatusCode.NotImplemented }
                && TimeProvider.System.GetElapsedTime(begin) < GiveUpAfter)
            {
                await Task.Delay((trouble as SendraException)?.RetryAfter ?? Wait, cancellationToken);
            }
        }
    }
}
