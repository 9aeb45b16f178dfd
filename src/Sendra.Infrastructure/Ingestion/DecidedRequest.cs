using Sendra.Application.Ingestion;
using Sendra.Domain.EventSources;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>What one attempt decided about a request: an answer, or a refusal that changes nothing.</summary>
internal sealed record DecidedRequest
{
    private DecidedRequest(IngestionAnswer? answer, Delivery? delivery, Exception? refusal) =>
        (Answer, Delivery, Refusal) = (answer, delivery, refusal);

    public IngestionAnswer? Answer { get; }

    /// <summary>What became of its delivery.</summary>
    public Delivery? Delivery { get; }

    public Exception? Refusal { get; }

    /// <summary>True when it writes something, so that a commit of unknown outcome has to be looked up.</summary>
    public bool Writes => Delivery is not null || Answer is { Duplicate: false, Outcomes.Count: > 0 };

    public static DecidedRequest Answered(IngestionAnswer answer, Delivery? delivery = null) => new(answer, delivery, null);

    public static DecidedRequest Refused(Exception refusal) => new(null, null, refusal);

    public void Complete(PendingRequest pending)
    {
        if (Refusal is not null)
        {
            pending.Fail(Refusal);
        }
        else
        {
            pending.Complete(Answer!);
        }
    }
}
