using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>What one attempt decided on a request: an answer, or a refusal that changes nothing.</summary>
public sealed record DecidedRequest
{
    private DecidedRequest(IngestionAnswer? answer, DateTimeOffset givenAt, Exception? refusal) =>
        (Answer, GivenAt, Refusal) = (answer, givenAt, refusal);

    public IngestionAnswer? Answer { get; }

    /// <summary>When this answer was first given.</summary>
    public DateTimeOffset GivenAt { get; }

    public Exception? Refusal { get; }

    /// <summary>The outcome of its delivery.</summary>
    public Delivery? Delivery => Answer?.Delivery;

    /// <summary>The first event that it writes; null when it writes none.</summary>
    public EventId? FirstEvent => Answer is { Duplicate: false } answer ? answer.Outcomes.Select(outcome => outcome.EventId).FirstOrDefault(id => id is not null) : null;

    /// <summary>True if it writes something, so that a commit with an unknown outcome must be looked up.</summary>
    public bool Writes => Delivery is not null || FirstEvent is not null;

    internal static DecidedRequest Answered(IngestionAnswer answer, DateTimeOffset givenAt) => new(answer, givenAt, null);

    internal static DecidedRequest Refused(Exception refusal) => new(null, default, refusal);
}
