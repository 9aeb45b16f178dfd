using System.Threading.Channels;
using Sendra.Application.Ingestion;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Where requests wait for a writer, in order of arrival. Bounded: when it is full the sender is told at once to come
/// back. What is handed to one writer has no contact in common with what another one works on: the two would wait for
/// each other's rows, or both make the same contact.
/// </summary>
internal sealed class RequestQueue(TimeProvider clock) : IDisposable
{
    /// <summary>How many events may wait on a node, when they are small.</summary>
    public const int MaxWaiting = 20_000;

    /// <summary>About how many events share a commit; one request is never split.</summary>
    private const int MaxTaken = 256;

    // What was sent waits with it: a large event counts as several, so that the queue's memory has a limit too (80 MB).
    private const int BytesOfAnEvent = 4_096;

    private readonly Channel<PendingRequest> _requests = Channel.CreateUnbounded<PendingRequest>();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly List<TakenRequests> _taken = [];
    private TaskCompletionSource _released = new();
    private int _waiting;

    /// <summary>How many events wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Lines a request up.</summary>
    /// <exception cref="IngestionUnavailableException">The queue is full, or completed.</exception>
    public PendingRequest Add(IngestionRequest request, CancellationToken cancellationToken)
    {
        var size = SizeOf(request);
        if (Interlocked.Add(ref _waiting, size) > MaxWaiting)
        {
            Interlocked.Add(ref _waiting, -size);
            throw IngestionUnavailableException.QueueFull();
        }

        var pending = new PendingRequest(request, clock.GetTimestamp(), cancellationToken);
        if (!_requests.Writer.TryWrite(pending))
        {
            Interlocked.Add(ref _waiting, -size);
            throw IngestionUnavailableException.Stopping();
        }

        return pending;
    }

    /// <summary>Lets nothing more in.</summary>
    public void Complete() => _requests.Writer.TryComplete();

    /// <summary>
    /// Waits for requests and takes the first ones, up to the first that has a contact in common with what is at work.
    /// </summary>
    /// <returns>At least one, to be disposed of when they are done; null when the queue is completed and empty.</returns>
    public async Task<TakenRequests?> TakeAsync()
    {
        await _turn.WaitAsync();
        try
        {
            while (await _requests.Reader.WaitToReadAsync())
            {
                var taken = new TakenRequests(this);
                var released = TryTake(taken);
                if (taken.Requests.Count > 0)
                {
                    return taken;
                }

                await released;
            }

            return null;
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
            _released.SetResult();
            _released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private static int SizeOf(IngestionRequest request) =>
        Math.Max(1, request.Events.Count)
        + (int)(((request.Delivery?.Size ?? 0) + request.Events.Sum(incoming => (long)incoming.Size)) / BytesOfAnEvent);

    // Answers what to wait for when nothing could be taken.
    private Task TryTake(TakenRequests taken)
    {
        lock (_lock)
        {
            for (var size = 0; size < MaxTaken && _requests.Reader.TryPeek(out var pending) && !IsAtWork(pending.Request);)
            {
                _requests.Reader.TryRead(out _);
                taken.Add(pending);
                size += SizeOf(pending.Request);
                Interlocked.Add(ref _waiting, -SizeOf(pending.Request));
            }

            if (taken.Requests.Count > 0)
            {
                _taken.Add(taken);
            }

            return _released.Task;
        }
    }

    private bool IsAtWork(IngestionRequest request) => _taken.Exists(taken => taken.HasContactOf(request));
}
