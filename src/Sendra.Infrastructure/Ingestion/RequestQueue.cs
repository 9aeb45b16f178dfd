using Sendra.Application.Ingestion;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Where requests wait for a writer. Workspaces are served in turn, by the weight of what their events cause, and a writer gets no more than
/// one short commit's work: so whoever sends little waits for one commit, however much others send. Bounded: when it is full, whoever takes
/// most of it is told to come back.
/// What is handed to one writer has no contact in common with what another one works on: the two would wait for each other's rows, or both
/// make the same contact. Of one contact, events are handed out in order of arrival.
/// </summary>
internal sealed class RequestQueue(Func<WorkspaceId, WorkspaceRules?> rulesOf, TimeProvider clock) : IDisposable
{
    /// <summary>How many small events that nobody listens to may wait on a node.</summary>
    public const int MaxWaiting = 20_000;

    /// <summary>The weight that one commit takes, about.</summary>
    public const int MaxTaken = 256;

    /// <summary>How much of it is bulk while single calls come in: they wait for this commit, and then for theirs, which has no bulk.</summary>
    public const int MaxBulkBesideSingles = MaxTaken / 4;

    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(1);

    // So that the largest request there may be finds room, and a few of them.
    private const int MaxSize = MaxWaiting / 4;

    private readonly SemaphoreSlim _taking = new(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<WorkspaceId, WorkspaceLine> _lines = [];
    private readonly LinkedList<WorkspaceLine> _turns = [];
    private readonly List<TakenRequests> _taken = [];
    private readonly QueuePlaces _places = new();
    private TaskCompletionSource? _change;
    private long? _lastSingle;
    private bool _lastHadBulk;
    private bool _completed;

    /// <summary>How many places are taken.</summary>
    public int Size => _places.Taken;

    /// <summary>True while requests wait, or are being committed.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_lock)
            {
                return _places.Taken > 0 || _taken.Count > 0;
            }
        }
    }

    /// <summary>How long the request that came first has waited.</summary>
    public TimeSpan Waited
    {
        get
        {
            lock (_lock)
            {
                return _lines.Values.Min(line => line.FirstSince) is { } since ? clock.GetElapsedTime(since) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Lines a request up.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends with whoever waits for it.</param>
    /// <param name="holders">The address of each contact that it names by external id alone, as far as there is one.</param>
    /// <exception cref="IngestionUnavailableException">The queue is full, and its workspace has the largest share of it; or it is completed.</exception>
    public PendingRequest Add(IngestionRequest request, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? holders = null)
    {
        var size = Math.Min(EventWeight.Of(request, rulesOf(request.WorkspaceId)), MaxSize);
        var pending = new PendingRequest(request, size, clock.GetTimestamp(), cancellationToken, holders);
        lock (_lock)
        {
            if (_completed)
            {
                throw IngestionUnavailableException.Stopping();
            }

            var line = LineOf(request.WorkspaceId);
            try
            {
                MakeRoomFor(pending, line);
                line.Add(pending);
                _lastSingle = pending.IsBulk ? _lastSingle : pending.EnqueuedAt;
            }
            finally
            {
                Settle(line);
            }

            Wake();
        }

        return pending;
    }

    /// <summary>True when so many small events of a workspace, sent in bulk, would be let in.</summary>
    public bool HasRoomFor(WorkspaceId workspaceId, int events)
    {
        lock (_lock)
        {
            var own = _lines.GetValueOrDefault(workspaceId)?.Size ?? 0;
            return _places.Taken + events <= MaxWaiting
                || _lines.Values.Any(line => line.WorkspaceId != workspaceId && line.Size > own + events && line.CanDrop(singlesToo: true));
        }
    }

    /// <summary>Lets nothing more in.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _completed = true;
            Wake();
        }
    }

    /// <summary>Waits for requests that meet nobody at work, and takes the first ones.</summary>
    /// <returns>At least one, to be disposed of when they are done; null when the queue is completed and empty.</returns>
    public async Task<TakenRequests?> TakeAsync()
    {
        await _taking.WaitAsync();
        try
        {
            while (true)
            {
                Task change;
                lock (_lock)
                {
                    if (Take() is { Requests.Count: > 0 } taken)
                    {
                        _taken.Add(taken);
                        return taken;
                    }

                    if (_completed && _lines.Count == 0)
                    {
                        return null;
                    }

                    _change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    change = _change.Task;
                }

                await change;
            }
        }
        finally
        {
            _taking.Release();
        }
    }

    public void Dispose() => _taking.Dispose();

    internal void Release(TakenRequests taken)
    {
        lock (_lock)
        {
            _taken.Remove(taken);

            // Backwards, so that of one contact's requests that all have to wait on, the first comes first again.
            foreach (var pending in taken.Requests.AsEnumerable().Reverse())
            {
                var line = LineOf(pending.WorkspaceId);
                line.Return(pending);
                Settle(line);
            }

            Wake();
        }
    }

    // Single calls that wait for a commit with bulk have the next one for themselves, which is short.
    private TakenRequests Take()
    {
        var taken = new TakenRequests(this);
        var areSinglesComing = _lastSingle is { } last && clock.GetElapsedTime(last) < Lately;
        if (areSinglesComing && _lastHadBulk)
        {
            TakeTurns(taken, mostBulk: 0);
        }

        _lastHadBulk = taken.Requests.Count == 0 && TakeTurns(taken, areSinglesComing ? MaxBulkBesideSingles : MaxTaken);
        taken.Requests.ForEach(pending => pending.Cut());
        return taken;
    }

    // Returns whether any of it is bulk.
    private bool TakeTurns(TakenRequests taken, int mostBulk)
    {
        var (room, bulk) = (MaxTaken, mostBulk);
        for (var idle = 0; room > 0 && idle < _turns.Count;)
        {
            var line = _turns.First!.Value;
            _turns.RemoveFirst();
            _turns.AddLast(line);
            idle = line.TakeTurn(taken, _taken, rulesOf(line.WorkspaceId), ref room, ref bulk) ? 0 : idle + 1;
            Settle(line);
        }

        return bulk < mostBulk;
    }

    // Who has most gives way, until they have no more than the one who comes; within a workspace, what came in bulk.
    private void MakeRoomFor(PendingRequest pending, WorkspaceLine own)
    {
        while (_places.Taken + pending.Size > MaxWaiting)
        {
            var fullest = _lines.Values
                .Where(line => line == own ? !pending.IsBulk && line.CanDrop(singlesToo: false) : line.Size > own.Size + pending.Size && line.CanDrop(singlesToo: true))
                .MaxBy(line => line.Size) ?? throw IngestionUnavailableException.QueueFull();
            fullest.DropNewest(singlesToo: fullest != own).Fail(IngestionUnavailableException.QueueFull());
            Settle(fullest);
        }
    }

    private WorkspaceLine LineOf(WorkspaceId workspaceId)
    {
        if (!_lines.TryGetValue(workspaceId, out var line))
        {
            _lines.Add(workspaceId, line = new WorkspaceLine(workspaceId, _places));
            _turns.AddLast(line);
        }

        return line;
    }

    private void Settle(WorkspaceLine line)
    {
        if (line.IsEmpty && _lines.Remove(line.WorkspaceId))
        {
            _turns.Remove(line);
        }
    }

    private void Wake()
    {
        _change?.TrySetResult();
        _change = null;
    }
}
