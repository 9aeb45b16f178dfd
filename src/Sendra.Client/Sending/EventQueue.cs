using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sendra.Client.Events;

namespace Sendra.Client.Sending;

/// <summary>
/// Sends events in batches, in the background, one batch after the other: events of one contact keep their order. Each batch has its own
/// Idempotency-Key, so none takes effect twice, however often it is tried. Events wait in memory: what must survive a crash of this process
/// is sent with <see cref="EventsApi.SendAsync"/> instead.
/// </summary>
#pragma warning disable CA1711 // It is a queue.
public sealed class EventQueue : IAsyncDisposable
#pragma warning restore CA1711
{
    private readonly EventQueueOptions _options;
    private readonly TimeProvider _clock;
    private readonly Channel<SendEvent> _waiting;
    private readonly UndeliveredEvents _undelivered;
    private readonly BatchDelivery _delivery;
    private readonly CancellationTokenSource _abandoned = new();
    private readonly object _lock = new();
    private readonly Task _sending;
    private CancellationTokenSource? _linger;
    private TaskCompletionSource _progress = NewProgress();
    private long _accepted;
    private long _settled;
    private long _flushUpTo;

    /// <summary>Makes one and begins to send.</summary>
    /// <param name="client">Sends the batches.</param>
    /// <param name="options">How events are collected; null for the defaults.</param>
    /// <param name="logger">Told of what wasn't delivered, without addresses.</param>
    /// <param name="clock">Tells the time; null for the system's clock.</param>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    public EventQueue(SendraClient client, EventQueueOptions? options = null, ILogger<EventQueue>? logger = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        (_options, _clock) = (options ?? new EventQueueOptions(), clock ?? TimeProvider.System);
        if (_options.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        _undelivered = new UndeliveredEvents(_options.OnUndelivered, logger ?? NullLogger<EventQueue>.Instance);
        _delivery = new BatchDelivery(client.Events, _options.GiveUpAfter, _undelivered, _clock, _abandoned.Token);
        _waiting = Channel.CreateBounded<SendEvent>(
            new BoundedChannelOptions(_options.Capacity)
            {
                SingleReader = true,
                FullMode = _options.WhenFull == WhenFull.DropOldest ? BoundedChannelFullMode.DropOldest : BoundedChannelFullMode.Wait,
            },
            Drop);
        _sending = Task.Run(SendAsync);
    }

    /// <summary>How many events wait or are on their way.</summary>
    public long Count => Interlocked.Read(ref _accepted) - Interlocked.Read(ref _settled);

    /// <summary>Hands an event over. When the queue is full, <see cref="EventQueueOptions.WhenFull"/> says what happens.</summary>
    /// <param name="sent">The event.</param>
    /// <param name="cancellationToken">Ends the wait for room; the event is then not sent.</param>
    /// <exception cref="ChannelClosedException">The queue has stopped.</exception>
    public async ValueTask EnqueueAsync(SendEvent sent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sent);
        if (_options.WhenFull == WhenFull.DropNewest)
        {
            if (!TryEnqueue(sent) && _waiting.Reader.Completion.IsCompleted)
            {
                throw new ChannelClosedException();
            }

            return;
        }

        Interlocked.Increment(ref _accepted);
        try
        {
            await _waiting.Writer.WriteAsync(sent, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Settle(1);
            throw;
        }
    }

    /// <summary>Hands an event over without waiting.</summary>
    /// <param name="sent">The event.</param>
    /// <returns>False when the queue is full or has stopped. An event that is left out because of that is reported as undelivered.</returns>
    public bool TryEnqueue(SendEvent sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        Interlocked.Increment(ref _accepted);
        if (_waiting.Writer.TryWrite(sent))
        {
            return true;
        }

        Drop(sent);
        return false;
    }

    /// <summary>Sends what waits now at once, and returns when all of it was sent or reported.</summary>
    /// <param name="cancellationToken">Ends the wait; the events are sent all the same.</param>
    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        var target = Interlocked.Read(ref _accepted);
        Hurry(target);
        while (true)
        {
            var progress = Volatile.Read(ref _progress);
            if (Interlocked.Read(ref _settled) >= target)
            {
                return;
            }

            await progress.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes no more events, and sends those that wait.</summary>
    /// <param name="cancellationToken">Ends the sending; what didn't get out is then reported as undelivered.</param>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        _waiting.Writer.TryComplete();
        Hurry(long.MaxValue);
        try
        {
            await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await _abandoned.CancelAsync().ConfigureAwait(false);
            await _sending.ConfigureAwait(false);
        }
    }

    /// <summary>Sends what waits, as <see cref="StopAsync"/> does, for at most half a minute.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);
        await StopAsync(patience.Token).ConfigureAwait(false);
        _abandoned.Dispose();
    }

    private static TaskCompletionSource NewProgress() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task SendAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = await GatherAsync().ConfigureAwait(false);
            await _delivery.DeliverAsync(batch).ConfigureAwait(false);
            Settle(batch.Count);
        }
    }

    private async Task<List<SendEvent>> GatherAsync()
    {
        var batch = new List<SendEvent>();
        using var linger = new CancellationTokenSource(_options.MaxDelay, _clock);
        lock (_lock)
        {
            _linger = linger;
            if (Interlocked.Read(ref _settled) < _flushUpTo)
            {
                linger.Cancel();
            }
        }

        try
        {
            while (batch.Count < _options.BatchSize)
            {
                if (_waiting.Reader.TryRead(out var sent))
                {
                    batch.Add(sent);
                }
                else if (!await _waiting.Reader.WaitToReadAsync(linger.Token).ConfigureAwait(false))
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Time is up.
        }

        lock (_lock)
        {
            _linger = null;
        }

        return batch;
    }

    private void Hurry(long target)
    {
        lock (_lock)
        {
            _flushUpTo = Math.Max(_flushUpTo, target);
            _linger?.Cancel();
        }
    }

    private void Drop(SendEvent sent)
    {
        _undelivered.Report([sent], "queueFull", "The queue was full.", mayBeStored: false);
        Settle(1);
    }

    private void Settle(int events)
    {
        Interlocked.Add(ref _settled, events);
        Interlocked.Exchange(ref _progress, NewProgress()).TrySetResult();
    }
}
