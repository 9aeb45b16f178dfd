namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Lets this node's writers in one after the other. SQLite's own lock has no queue: a busy ingestion would starve
/// every other writer, which polls for a gap.
/// </summary>
internal sealed class SqliteWriteGate
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _first = [];
    private readonly Queue<TaskCompletionSource> _others = [];
    private bool _isTaken;
    private long _passed;

    /// <summary>How many had their turn.</summary>
    public long Passed => Interlocked.Read(ref _passed);

    /// <summary>Waits for its turn, which ends with <see cref="Leave"/>.</summary>
    /// <param name="goesFirst">True to be let in before all who wait without it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task EnterAsync(bool goesFirst, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return;
            }

            (goesFirst ? _first : _others).Enqueue(turn);
        }

        await using var giveUp = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }

    public void Leave()
    {
        lock (_lock)
        {
            _passed++;
            while (_first.TryDequeue(out var next) || _others.TryDequeue(out next))
            {
                // Whoever gave up is not there any more.
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _isTaken = false;
        }
    }
}
