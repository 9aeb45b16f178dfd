using Sendra.Application.Contacts;
using Sendra.Application.Ingestion;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Contacts;

/// <summary>One contact that a call makes or changes.</summary>
/// <param name="shard">Which counters to use.</param>
internal sealed class ContactBatch(WorkflowTools tools, WorkspaceId workspaceId, PendingContact pending, int shard) : Batch
{
    private readonly ContactSaver _saver = new(tools, workspaceId, shard);
    private (PendingContact Pending, SavedContact? Saved, Exception? Failure) _decided;

    public override int Count => pending.IsDone ? 0 : 1;

    public override bool MayBeStored => _saver.MayBeStored;

    public override async Task RunAsync(BulkSession session, bool isFirst) => _decided = (await _saver.SaveAsync(session, [pending], isFirst))[0];

    public override void Committed(TimeSpan took, TimeSpan committing)
    {
        _saver.Committed();
        pending.End(_decided.Saved, _decided.Failure);
    }

    public override void BrokeOff() => _saver.BrokeOff();

    public override void GivenUp(GiveUpReason reason) => Failed(reason switch
    {
        GiveUpReason.LostEveryRace => IngestionUnavailableException.QueueFull(MayBeStored),
        GiveUpReason.StorageUnavailable => IngestionUnavailableException.StorageDown(MayBeStored),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    });

    public override void Failed(Exception exception) => pending.End(null, exception);

    public override IEnumerable<Batch> Split() => throw new InvalidOperationException("It has one contact.");
}
