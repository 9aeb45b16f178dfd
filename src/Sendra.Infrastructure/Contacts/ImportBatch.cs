using System.Text.Json;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.ImportContacts;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Contacts;

/// <summary>A chunk of an import: its contacts are saved, and it is counted as done, in one transaction. So it is saved once, whoever tries.</summary>
/// <param name="entries">The contacts that are still to be saved. Those that were saved by themselves are only counted.</param>
/// <param name="refused">The lines that are none.</param>
/// <param name="shard">Which counters to use.</param>
internal sealed class ImportBatch(
    WorkflowTools tools, ContactImportChunk chunk, IReadOnlyList<PendingContact> entries, IReadOnlyList<LineProblem> refused, int shard) : Batch
{
    private readonly ContactSaver _saver = new(tools, chunk.WorkspaceId, shard);
    private bool _isDone;
    private bool _isOthers;

    /// <summary>Why it could not be saved as a whole; null when it was, or may be tried again.</summary>
    public Exception? Failure { get; private set; }

    public override int Count => _isDone ? 0 : 1;

    public override async Task RunAsync(BulkSession session, bool isFirst)
    {
        _isOthers = true;
        await session.ReadAsync(locking: false, ImportSql.SelectProgress.Read(
            [Progress(0, 0, [])], row => _isOthers = row.Int(0) != (int)ImportStatus.Running || row.Int(1) != chunk.Ordinal));
        if (_isOthers)
        {
            return;
        }

        PendingContact[] open = [.. entries.Where(pending => !pending.IsDone)];
        var saved = open.Length > 0 ? await _saver.SaveAsync(session, open, isFirst) : [];
        (PendingContact Pending, SavedContact? Saved, Exception? Failure)[] all = [.. entries.Where(pending => pending.IsDone).Select(pending => (pending, pending.Saved, pending.Failure)), .. saved];
        var done = Progress(
            all.Count(one => one.Saved is { IsNew: true }),
            all.Count(one => one.Saved is { IsNew: false }),
            [
                .. refused,
                .. from one in all
                   where one.Failure is not null
                   select new LineProblem(one.Pending.Line, true, "The line could not be saved.", null),
                .. from one in all
                   where one.Saved is { Warnings.Count: > 0 }
                   select new LineProblem(one.Pending.Line, false, string.Join(' ', one.Saved!.Warnings.Select(warning => warning.Message)), null),
            ]);
        await session.WriteAsync(ImportSql.Advance.Write([done]), ImportSql.SettleChunk.Write([done]));
    }

    public override void Committed(TimeSpan took, TimeSpan committing)
    {
        if (!_isOthers && entries.Any(pending => !pending.IsDone))
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

    private ImportProgress Progress(int created, int updated, IReadOnlyList<LineProblem> problems) => new(
        chunk.WorkspaceId,
        chunk.ImportId,
        chunk.Ordinal,
        created,
        updated,
        problems.Count(problem => problem.Refused),
        problems.Count(problem => !problem.Refused),
        problems.Count == 0 ? null : JsonSerializer.Serialize(problems.OrderBy(problem => problem.Line)),
        tools.Clock.GetUtcNow());
}
