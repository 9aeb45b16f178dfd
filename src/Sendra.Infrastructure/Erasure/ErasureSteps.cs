using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Erasure;

/// <summary>
/// Runs the steps of an erasure: each a transaction of its own, so short that ingestion hardly notices, and repeated
/// when another writer was first.
/// </summary>
internal sealed class ErasureSteps(IBulkDatabase database, TimeProvider clock)
{
    /// <summary>How many rows one step erases.</summary>
    public const int Size = 500;

    // Whoever wins a race gets on, so this many losses in a row mean that something is wrong.
    private const int MaxAttempts = 100;

    /// <summary>Runs steps until one says that nothing is left.</summary>
    /// <param name="step">
    /// Reads what is next and erases it in the transaction of the session; false when nothing was left. Called again
    /// after a lost race.
    /// </param>
    public async Task RunAsync(Func<BulkSession, Task<bool>> step, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        while (await RepeatAsync(session, step, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Runs one step, and answers what it says.</summary>
    public async Task<bool> RunOneAsync(Func<BulkSession, Task<bool>> step, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await RepeatAsync(session, step, cancellationToken);
    }

    private async Task<bool> RepeatAsync(BulkSession session, Func<BulkSession, Task<bool>> step, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await session.BeginAsync();
                var more = await step(session);
                await session.CommitAsync();
                return more;
            }
            catch (Exception exception) when (database.IsLostRace(exception) && attempt < MaxAttempts)
            {
                await session.RollbackAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(attempt * 2)), clock, cancellationToken);
            }
        }
    }
}
