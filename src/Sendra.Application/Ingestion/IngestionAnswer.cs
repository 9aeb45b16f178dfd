using System.Text.Json.Serialization;
using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>The result of a request. The first answer is stored with the request's key (E8).</summary>
/// <param name="Outcomes">One per event, in order.</param>
/// <param name="Rejected">Events of the same call that were refused.</param>
public sealed record IngestionAnswer(IReadOnlyList<EventOutcome> Outcomes, IReadOnlyList<RejectedEvent> Rejected)
{
    /// <summary>True if this repeats the first answer, for a repeated key (E8).</summary>
    public bool Duplicate { get; init; }

    /// <summary>The outcome of the request's delivery; null without one.</summary>
    [JsonIgnore]
    public Delivery? Delivery { get; init; }
}
