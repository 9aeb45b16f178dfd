using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>Many events in one call.</summary>
public sealed record SendEventBatchRequest
{
    /// <summary>
    /// 1 to 1,000 events with the same fields as a single event, except <c>dryRun</c>. They take effect in this order. A bad event
    /// doesn't affect the others.
    /// </summary>
    [Required]
    [JsonConverter(typeof(UncheckedEventsConverter))]
    public IReadOnlyList<UncheckedEvent>? Events { get; init; }
}
