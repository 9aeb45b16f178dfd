using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Carries on one batch of due runs after the other.</summary>
/// <param name="shard">Which of the counters' shards it uses: carriers that share one wait for each other.</param>
internal sealed class DueCarrier(Committer committer, WorkflowTools tools, int shard) : IAsyncDisposable
{
    /// <summary>True while its batches find no database.</summary>
    public bool StorageIsDown => committer.StorageIsDown;

    /// <summary>Carries on what is still due of a batch.</summary>
    /// <returns>How many runs need no further look.</returns>
    public async Task<int> CarryAsync(IReadOnlyList<DueRun> found)
    {
        var batch = new DueBatch(tools, found, shard);
        var carried = found.Count;
        await committer.CommitAsync(batch);
        if (batch.IsContended && found.Count > 1)
        {
            foreach (var part in batch.Split())
            {
                await committer.CommitAsync(part);
            }
        }

        foreach (var (run, failure) in batch.Parts.Prepend(batch).SelectMany(FailuresOf))
        {
            // One whose failure can't even be counted must not keep the node busy.
            var counting = new FailureBatch(tools, run, failure, shard);
            await committer.CommitAsync(counting);
            carried -= counting.Failure is null ? 0 : 1;
        }

        return carried;
    }

    public ValueTask DisposeAsync() => committer.DisposeAsync();

    // One that loses every race, also alone, is no better than one that throws.
    internal static IEnumerable<(DueRun Run, Exception Failure)> FailuresOf(RunBatch part) => part switch
    {
        { Failure: { } failure } => [(part.Wanted[0], failure)],
        { IsContended: true, Wanted: [var run] } => [(run, new LostRaceException())],
        _ => [],
    };
}
