using Sendra.Application.Ingestion;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Where requests wait for a writer. Bounded: when it is full the sender is told at once to come back. What is handed
/// to one writer has no contact in common with what another one works on: the two would wait for each other's rows, or
/// both make the same contact. Of one contact, the requests are handed out in order of arrival.
/// </summary>
internal sealed class RequestQueue(TimeProvider clock) : IDisposable
{
    /// <summary>How many events may wait on a node, when they are small.</summary>
    public const int MaxWaiting = 20_000;

    /// <summary>About how many events share a commit; one request is never split.</summary>
    private const int MaxTaken = 256;

    // So many requests are passed over at most to find others: a long queue is not to be read whole for each batch.
    private const int MaxPassedOver = 256;

    // What was sent waits with it: a large event counts as several, so that the queue's memory has a limit too (80 MB).
    private const int BytesOfAnEvent = 4_096;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly LinkedList<PendingRequest> _waiting = [];
    private readonly List<TakenRequests> _taken = [];
    private TaskCompletionSource? _change;
    private int _size;
    private bool _completed;

    /// <summary>How many events wait.</summary>
    public int Size => Volatile.Read(ref _size);

    /// <summary>Lines a request up.</summary>
    /// <exception cref="IngestionUnavailableException">The queue is full, or completed.</exception>
    public PendingRequest Add(IngestionRequest request, CancellationToken cancellationToken)
    {
        var size = SizeOf(request);
        var pending = new PendingRequest(request, clock.GetTimestamp(), cancellationToken);
        lock (_lock)
        {
            if (_completed)
            {
                throw IngestionUnavailableException.Stopping();
            }

            if (_size + size > MaxWaiting)
            {
                throw IngestionUnavailableException.QueueFull();
            }

            _size += size;
            _waiting.AddLast(pending);
            Change();
        }

        return pending;
    }

    /// <summary>Lets nothing more in.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _completed = true;
            Change();
        }
    }

    /// <summary>Waits for requests that meet nobody at work, and takes the first ones.</summary>
    /// <returns>At least one, to be disposed of when they are done; null when the queue is completed and empty.</returns>
    public async Task<TakenRequests?> TakeAsync()
    {
        await _turn.WaitAsync();
        try
        {
            while (true)
            {
                Task change;
                lock (_lock)
                {
                    if (TakeFirst() is { Requests.Count: > 0 } taken)
                    {
                        _taken.Add(taken);
                        return taken;
                    }

                    if (_completed && _waiting.Count == 0)
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
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    internal void Release(TakenRequests taken)
    {
        lock (_lock)
        {
            _taken.Remove(taken);
            Change();
        }
    }

    private static int SizeOf(IngestionRequest request) =>
        Math.Max(1, request.Events.Count)
        + (int)(((request.Delivery?.Size ?? 0) + request.Events.Sum(incoming => (long)incoming.Size)) / BytesOfAnEvent);

    private void Change()
    {
        _change?.TrySetResult();
        _change = null;
    }

    private TakenRequests TakeFirst()
    {
        var taken = new TakenRequests(this);
        var passedOver = new TakenRequests(this);
        var room = MaxTaken;
        for (var node = _waiting.First; node is not null && room > 0 && passedOver.Requests.Count < MaxPassedOver;)
        {
            var (pending, next) = (node.Value, node.Next);
            if (passedOver.HasContactOf(pending.Request) || _taken.Exists(other => other.HasContactOf(pending.Request)))
            {
                passedOver.Add(pending);
            }
            else
            {
                taken.Add(pending);
                _waiting.Remove(node);
                _size -= SizeOf(pending.Request);
                room -= SizeOf(pending.Request);
            }

            node = next;
        }

        return taken;
    }
}
