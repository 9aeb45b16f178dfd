using Sendra.Application.Ingestion;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>A request that waits for its turn or its commit.</summary>
internal sealed class PendingRequest(IngestionRequest request, long enqueuedAt, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<IngestionAnswer> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is asked for, by the rules that it was last read by.</summary>
    public IngestionRequest Request { get; set; } = request;

    /// <summary>A time stamp of the clock.</summary>
    public long EnqueuedAt { get; } = enqueuedAt;

    /// <summary>True when the sender has gone: nobody is owed an answer, so nothing has to happen.</summary>
    public bool IsAbandoned => cancellationToken.IsCancellationRequested;

    /// <summary>Decisions whose commit broke off, so that it may have happened or not.</summary>
    public List<DecidedRequest> Unconfirmed { get; } = [];

    /// <summary>True when a commit of it broke off and was not found out about yet.</summary>
    public bool MayBeStored => Unconfirmed.Count > 0;

    public Task<IngestionAnswer> Answer => _completion.Task;

    public void Complete(DecidedRequest decided)
    {
        if (decided.Refusal is { } refusal)
        {
            Fail(refusal);
        }
        else
        {
            _completion.TrySetResult(decided.Answer!);
        }
    }

    public void Fail(Exception exception) => _completion.TrySetException(exception);

    public void Abandon() => _completion.TrySetCanceled(cancellationToken);
}
