using Sendra.Application.Ingestion;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// A request that waits for its turn or its commit. A call of many events is done in portions, first to last, each with a commit of its own:
/// so large that it could hold others up, no call is.
/// </summary>
internal sealed class PendingRequest
{
    private readonly CancellationToken _cancellationToken;
    private readonly TaskCompletionSource<IngestionAnswer> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly OrderKeys _keys;
    private readonly List<EventOutcome> _outcomes = [];
    private IReadOnlyList<RejectedEvent> _rejected = [];
    private DateTimeOffset? _givenAt;
    private bool _isDuplicate;

    /// <summary>Nothing of it is done yet.</summary>
    /// <param name="whole">What is asked for.</param>
    /// <param name="size">How many places of the queue it takes.</param>
    /// <param name="enqueuedAt">A time stamp of the clock.</param>
    /// <param name="holders">Who has the external ids by which it names contacts, as far as it is known.</param>
    public PendingRequest(
        IngestionRequest whole, int size, long enqueuedAt, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? holders = null)
    {
        Whole = whole;
        _cancellationToken = cancellationToken;
        Request = whole;
        Size = size;
        EnqueuedAt = enqueuedAt;
        _keys = new OrderKeys(Events, holders);
    }

    /// <summary>What is asked for, with all its events.</summary>
    public IngestionRequest Whole { get; }

    public WorkspaceId WorkspaceId => Whole.WorkspaceId;

    public int Size { get; }

    public long EnqueuedAt { get; }

    /// <summary>All its events, by which it was lined up.</summary>
    public IReadOnlyList<IncomingEvent> Events => Whole.Events;

    /// <summary>True for back-fills, events of steps and their like, which wait until what is sent by itself is done.</summary>
    public bool IsBulk => Events.Count > 1 || Whole.Delivery is ReplayedDelivery || Whole.Sender is not null;

    /// <summary>True when a portion may come back shorter, because an earlier call with its key had a shorter one.</summary>
    public bool MayFallShort => Events.Count > 1 && Whole.Key is not null;

    /// <summary>True when it is not done in portions: the items of a delivery take effect together (S11).</summary>
    public bool IsWhole => Whole.Delivery is not null;

    /// <summary>How many of its events are durable.</summary>
    public int Done => _outcomes.Count;

    /// <summary>The end of the portion that a writer works on, which begins at <see cref="Done"/>.</summary>
    public int End { get; set; }

    /// <summary>Where a writer works on it; null while it waits.</summary>
    public TakenRequests? At { get; set; }

    /// <summary>Its place in a line.</summary>
    public LinkedListNode<PendingRequest>? Node { get; set; }

    /// <summary>The portion, by the rules that it was last read by.</summary>
    public IngestionRequest Request { get; set; }

    /// <summary>True when nothing has to happen any more: nobody is owed an answer. What has begun is finished all the same.</summary>
    public bool IsAbandoned => Done == 0 && _cancellationToken.IsCancellationRequested;

    /// <summary>Decisions about the portion whose commit broke off, so that it may have happened or not.</summary>
    public List<DecidedRequest> Unconfirmed { get; } = [];

    /// <summary>True when some of it is durable, or may be.</summary>
    public bool MayBeStored => Done > 0 || Unconfirmed.Count > 0;

    /// <summary>True when it was answered or refused.</summary>
    public bool IsOver => _completion.Task.IsCompleted;

    public Task<IngestionAnswer> Answer => _completion.Task;

    /// <inheritdoc cref="OrderKeys.Of"/>
    public ReadOnlySpan<string> ContactsOf(int index) => _keys.Of(index);

    /// <summary>True when no later event of it has the same contact.</summary>
    public bool IsLastOf(string contact, int index) => _keys.IsLast(contact, index);

    /// <summary>Cuts the portion out. What a key made of an earlier call's portions is found again by where each begins.</summary>
    public void Cut()
    {
        if (Done > 0 || End < Events.Count)
        {
            Request = Whole with
            {
                Events = [.. Events.Skip(Done).Take(End - Done)],
                Key = Done == 0 ? Whole.Key : Whole.Key?.OfPortion(Done, _givenAt!.Value),
                Rejected = Done == 0 ? Whole.Rejected : null,
            };
        }
    }

    /// <summary>The portion is durable, or refused; with the last one the request is answered.</summary>
    public void Complete(DecidedRequest decided)
    {
        if (decided.Answer is not { } answer)
        {
            Fail(decided.Refusal!);
            return;
        }

        if (Done == 0)
        {
            _rejected = answer.Rejected;
            _givenAt = decided.GivenAt;
            _isDuplicate = answer.Duplicate;
        }

        _outcomes.AddRange(answer.Outcomes);
        Unconfirmed.Clear();
        if (IsWhole || Done >= Events.Count || answer.Outcomes.Count == 0)
        {
            _completion.TrySetResult(answer with { Outcomes = _outcomes, Rejected = _rejected, Duplicate = _isDuplicate });
        }
    }

    public void Fail(Exception exception) => _completion.TrySetException(exception);

    public void Abandon() => _completion.TrySetCanceled(_cancellationToken);
}
