using System.Text.Json.Serialization;
using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>What a request of events came to. The first answer is kept with the request's key (E8).</summary>
/// <param name="Outcomes">One for each event, in order.</param>
/// <param name="Rejected">Events of the same call that were refused.</param>
public sealed record IngestionAnswer(IReadOnlyList<EventOutcome> Outcomes, IReadOnlyList<RejectedEvent> Rejected)
{
    /// <summary>True when this is the first answer again, to a repeated key (E8).</summary>
    public bool Duplicate { get; init; }

    /// <summary>What became of the request's delivery; null without one.</summary>
    [JsonIgnore]
    public Delivery? Delivery { get; init; }
}
