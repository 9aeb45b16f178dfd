using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Application.Contacts.ImportContacts;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Persistence.Workspaces;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Contacts;

/// <summary>Saves what imports have received: a chunk of each workspace's in turn, so that none holds up another. Any node goes on with any import.</summary>
internal sealed partial class ImportRunner(
    Committer committer, WorkspaceDbContexts contexts, WorkflowTools tools, AddressKeys keys, ILogger<ImportRunner> logger) : BackgroundService
{
    /// <summary>How long an import is shown, with what was wrong with its lines.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(14);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // A file whose next chunk takes so long comes from a sender that is gone, or was being received by a node that is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly int _shard = Random.Shared.Next(EventNameTally.Shards);

    /// <summary>Saves a chunk of each import.</summary>
    /// <returns>False when there is none to save.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        await using var anyWorkspace = contexts.For(default);
        var now = tools.Clock.GetUtcNow();
        var (silent, old) = (now - Patience, now - Retention);
        var imports = await anyWorkspace.AllContactImports().AsNoTracking()
            .Where(import => import.FinishedAt == null || import.FinishedAt < old)
            .ToListAsync(cancellationToken);
        foreach (var import in imports)
        {
            await using var db = contexts.For(import.WorkspaceId);
            switch (import.Status)
            {
                case ImportStatus.Running:
                    await SaveAsync(db, import, cancellationToken);
                    break;
                case ImportStatus.Receiving when import.ActiveAt < silent:
                    await ContactImports.InterruptAsync(db, import.Id, now, cancellationToken);
                    break;
                case ImportStatus.Completed or ImportStatus.Interrupted:
                    await db.ContactImports.Where(row => row.Id == import.Id).ExecuteDeleteAsync(cancellationToken);
                    break;
            }
        }

        return imports.Exists(import => import.Status == ImportStatus.Running);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await TryStepAsync(stoppingToken))
                {
                    await Task.Delay(Interval, tools.Clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is saved after the restart.
        }

        await committer.DisposeAsync();
    }

    private async Task<bool> TryStepAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await StepAsync(stoppingToken) && !committer.StorageIsDown;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            if (!StorageTrouble.IsUnavailable(exception))
            {
                LogFailed(logger, exception);
            }

            return false;
        }
    }

    private async Task SaveAsync(SendraDbContext db, ContactImport import, CancellationToken cancellationToken)
    {
        if (import.NextChunk >= import.Chunks)
        {
            var now = tools.Clock.GetUtcNow();
            await db.ContactImports.Where(row => row.Id == import.Id && row.FinishedAt == null).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Status, ImportStatus.Completed).SetProperty(one => one.FinishedAt, now), cancellationToken);
            return;
        }

        var chunk = await db.ContactImportChunks.AsNoTracking().FirstAsync(row => row.ImportId == import.Id && row.Ordinal == import.NextChunk, cancellationToken);
        if (chunk.Text is not { } text)
        {
            // Another node was first.
            return;
        }

        var fields = await db.CustomFields.AsNoTracking().ToDictionaryAsync(field => field.Name, cancellationToken);
        var read = Read(chunk, text, import, fields, await keys.OfAsync(import.WorkspaceId, cancellationToken));
        var batch = new ImportBatch(tools, read, _shard);
        await committer.CommitAsync(batch);
        if (batch.Failure is not null)
        {
            // One of them is bad in a way that nobody foresaw: it must not hold up the others.
            foreach (var pending in read.Entries)
            {
                await committer.CommitAsync(new ImportLineBatch(tools, read, pending, _shard));
                if (committer.StorageIsDown)
                {
                    return;
                }
            }

            await committer.CommitAsync(new ImportBatch(tools, read, _shard));
        }
    }

    private static ReadChunk Read(
        ContactImportChunk chunk, string text, ContactImport import, IReadOnlyDictionary<string, CustomField> fields, AddressKey key)
    {
        var entries = new List<PendingContact>(chunk.Lines);
        var refused = new List<LineProblem>();
        var named = new List<(AddressHash Hash, int Line)>(chunk.Lines);
        foreach (var line in ImportLines.Read(new ImportChunk(chunk.FirstLine, text, chunk.Lines), ContactImports.LayoutOf(import), fields))
        {
            if (line.ToEntry(out var problem) is { } entry)
            {
                entries.Add(new PendingContact(entry, line.Line));
                named.Add((key.HashOf(entry.Person.Email!.Value), line.Line));
            }
            else
            {
                refused.Add(new LineProblem(line.Line, true, problem ?? "The line can't be read.", line.Text));
                named.AddRange(line.HashesBy(key, import.Format).Select(hash => (hash, line.Line)));
            }
        }

        return new ReadChunk(chunk, entries, refused, named.ToLookup(one => one.Hash, one => one.Line));
    }

    [LoggerMessage(LogLevel.Error, "Imports of contacts could not go on; they will be tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
