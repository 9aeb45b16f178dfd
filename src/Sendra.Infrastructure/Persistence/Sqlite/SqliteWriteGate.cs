namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Lets this node's writers in one after the other. SQLite's own lock has no queue: a busy ingestion would starve
/// every other writer, which polls for a gap.
/// </summary>
internal sealed class SqliteWriteGate : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);

    public Task EnterAsync(CancellationToken cancellationToken) => _semaphore.WaitAsync(cancellationToken);

    public void Leave() => _semaphore.Release();

    public void Dispose() => _semaphore.Dispose();
}
