namespace Sendra.Application.Common;

/// <summary>
/// A few places for short pieces of long work. Workspaces take turns: however many pieces one has, another's next piece waits for only one
/// of them.
/// </summary>
/// <param name="places">How many pieces run at once.</param>
internal sealed class Turns(int places)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(WorkspaceId WorkspaceId, Queue<TaskCompletionSource> Waiting)> _lines = [];
    private int _free = places;

    /// <summary>Waits for the workspace's turn. Disposing of the result ends it.</summary>
    public async Task<IDisposable> TakeAsync(WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        if (LineUp(workspaceId) is { } turn)
        {
            await using var taken = cancellationToken.UnsafeRegister(_ => turn.TrySetCanceled(cancellationToken), null);
            await turn.Task;
        }

        return new Place(this);
    }

    // Null when it is the workspace's turn already.
    private TaskCompletionSource? LineUp(WorkspaceId workspaceId)
    {
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return null;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var line = _lines.FirstOrDefault(line => line.WorkspaceId == workspaceId);
            if (line.Waiting is null)
            {
                line = (workspaceId, []);
                _lines.AddLast(line);
            }

            line.Waiting.Enqueue(turn);
            return turn;
        }
    }

    private void Free()
    {
        lock (_lock)
        {
            while (_lines.First is { } first)
            {
                var turn = first.Value.Waiting.Dequeue();
                _lines.RemoveFirst();
                if (first.Value.Waiting.Count > 0)
                {
                    _lines.AddLast(first);
                }

                // Who gave up waiting has no turn.
                if (turn.TrySetResult())
                {
                    return;
                }
            }

            _free++;
        }
    }

    private sealed class Place(Turns turns) : IDisposable
    {
        private Turns? _turns = turns;

        public void Dispose() => Interlocked.Exchange(ref _turns, null)?.Free();
    }
}
