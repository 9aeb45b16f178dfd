namespace Sendra.Infrastructure.Workflows;

/// <summary>Lets this node's commits wake whoever carries on due runs, before it would look by itself.</summary>
internal sealed class DueSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _earliest = DateTimeOffset.MaxValue;

    /// <summary>Ends when a commit has made something due earlier than all before.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _change.Task;
            }
        }
    }

    /// <summary>A commit has made a run due at this time.</summary>
    public void Notify(DateTimeOffset? dueAt)
    {
        lock (_lock)
        {
            if (dueAt < _earliest)
            {
                _earliest = dueAt.Value;
                _change.TrySetResult();
            }
        }
    }

    /// <summary>The earliest time that was told since this was last asked.</summary>
    public DateTimeOffset Take()
    {
        lock (_lock)
        {
            var earliest = _earliest;
            _earliest = DateTimeOffset.MaxValue;
            if (_change.Task.IsCompleted)
            {
                _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return earliest;
        }
    }
}
