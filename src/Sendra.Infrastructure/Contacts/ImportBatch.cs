using Sendra.Application.Contacts;
using Sendra.Application.Contacts.ImportContacts;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Contacts;

/// <summary>A chunk of an import: its contacts are saved, and it is counted as done, in one transaction. So it is saved once, whoever tries.</summary>
/// <param name="read">Its lines. Contacts that were saved by themselves are only counted.</param>
/// <param name="shard">Which counters to use.</param>
internal sealed class ImportBatch(WorkflowTools tools, ReadChunk read, int shard) : Batch
{
    private readonly ContactSaver _saver = new(tools, read.Chunk.WorkspaceId, shard);
    private bool _isDone;
    private bool _hasSaved;

    /// <summary>Why it could not be saved as a whole; null when it was, or may be tried again.</summary>
    public Exception? Failure { get; private set; }

    public override int Count => _isDone ? 0 : 1;

    public override async Task RunAsync(BulkSession session, bool isFirst)
    {
        _hasSaved = false;
        if (await read.HoldAsync(session, tools.Clock.GetUtcNow()) is not { } erased)
        {
            return;
        }

        PendingContact[] entries = [.. read.Entries.Where(pending => !erased.Contains(pending.Line))];
        PendingContact[] open = [.. entries.Where(pending => !pending.IsDone)];
        _hasSaved = open.Length > 0;
        var saved = _hasSaved ? await _saver.SaveAsync(session, open, isFirst) : [];
        (PendingContact Pending, SavedContact? Saved, Exception? Failure)[] all = [.. entries.Where(pending => pending.IsDone).Select(pending => (pending, pending.Saved, pending.Failure)), .. saved];
        LineProblem[] refused = [.. read.Refused.Where(problem => !erased.Contains(problem.Line))];
        var done = read.Progress(
            all.Count(one => one.Saved is { IsNew: true }),
            all.Count(one => one.Saved is { IsNew: false }),
            [
                .. refused,
                .. erased.Select(line => new LineProblem(line, true, "The person was erased after the file had been sent.", null)),
                .. from one in all
                   where one.Failure is not null
                   select new LineProblem(one.Pending.Line, true, "The line could not be saved.", null),
                .. from one in all
                   where one.Saved is { Warnings.Count: > 0 }
                   select new LineProblem(one.Pending.Line, false, string.Join(' ', one.Saved!.Warnings.Select(warning => warning.Message)), null),
            ],
            tools.Clock.GetUtcNow());
        await session.WriteAsync(
            ImportSql.Advance.Write([done]),
            ImportSql.SettleChunk.Write([done]),
            ImportSql.InsertAddresses.Write([.. AddressesOf(refused)]));
    }

    public override void Committed(TimeSpan took, TimeSpan committing)
    {
        if (_hasSaved)
        {
            _saver.Committed();
        }

        _isDone = true;
    }

    public override void BrokeOff() => _saver.BrokeOff();

    // The next round tries again.
    public override void GivenUp(GiveUpReason reason) => _isDone = true;

    public override void Failed(Exception exception) => (Failure, _isDone) = (exception, true);

    public override IEnumerable<Batch> Split() => throw new InvalidOperationException("A chunk is saved as a whole.");

    // An erasure that comes later finds the lines by them.
    private IEnumerable<ContactImportAddress> AddressesOf(IReadOnlyList<LineProblem> refused)
    {
        var kept = refused.Select(problem => problem.Line).ToHashSet();
        return from named in read.Named
               from line in named
               where kept.Contains(line)
               orderby named.Key.Value, line
               select new ContactImportAddress
               {
                   WorkspaceId = read.Chunk.WorkspaceId,
                   AddressHash = named.Key,
                   ImportId = read.Chunk.ImportId,
                   Ordinal = read.Chunk.Ordinal,
                   Line = line,
               };
    }
}
