using Sendra.Application.Contacts;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Contacts;

/// <summary>One contact of a chunk that could not be saved as a whole. The chunk is counted when all were tried.</summary>
/// <param name="pending">Not done after it: it may be tried again.</param>
/// <param name="shard">Which counters to use.</param>
internal sealed class ImportLineBatch(WorkflowTools tools, ReadChunk read, PendingContact pending, int shard) : Batch
{
    private readonly ContactSaver _saver = new(tools, read.Chunk.WorkspaceId, shard);
    private (SavedContact? Saved, Exception? Failure)? _decided;
    private bool _isOver;

    public override int Count => _isOver ? 0 : 1;

    public override async Task RunAsync(BulkSession session, bool isFirst)
    {
        _decided = null;
        if (await read.HoldAsync(session, tools.Clock.GetUtcNow()) is { } erased && !erased.Contains(pending.Line))
        {
            var (_, saved, failure) = (await _saver.SaveAsync(session, [pending], isFirst))[0];
            _decided = (saved, failure);
        }
    }

    public override void Committed(TimeSpan took, TimeSpan committing)
    {
        if (_decided is var (saved, failure))
        {
            _saver.Committed();
            pending.End(saved, failure);
        }

        _isOver = true;
    }

    public override void BrokeOff() => _saver.BrokeOff();

    public override void GivenUp(GiveUpReason reason) => _isOver = true;

    public override void Failed(Exception exception)
    {
        pending.End(null, exception);
        _isOver = true;
    }

    public override IEnumerable<Batch> Split() => throw new InvalidOperationException("It has one contact.");
}
