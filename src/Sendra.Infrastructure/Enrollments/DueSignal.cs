namespace Sendra.Infrastructure.Enrollments;

/// <summary>Lets this node's commits wake whoever carries on what is due, when something is due before that one would look by itself.</summary>
internal sealed class DueSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _earliest = DateTimeOffset.MaxValue;
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;

    /// <summary>A commit has made a run due at this time.</summary>
    public void Notify(DateTimeOffset? dueAt)
    {
        lock (_lock)
        {
            if (dueAt < _earliest)
            {
                _earliest = dueAt.Value;
                WakeWhenSooner();
            }
        }
    }

    /// <summary>The earliest time that was told since this was last asked. Ask before a look, so that nothing falls between.</summary>
    public DateTimeOffset Take()
    {
        lock (_lock)
        {
            var earliest = _earliest;
            (_earliest, _nextLook) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
            if (_wake.Task.IsCompleted)
            {
                _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return earliest;
        }
    }

    /// <summary>Ends when something is due before the next look. Runs that sleep for long wake nobody.</summary>
    public Task SoonerThan(DateTimeOffset nextLook)
    {
        lock (_lock)
        {
            _nextLook = nextLook;
            WakeWhenSooner();
            return _wake.Task;
        }
    }

    private void WakeWhenSooner()
    {
        if (_earliest < _nextLook)
        {
            _wake.TrySetResult();
        }
    }
}
