using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>Many events in one call.</summary>
public sealed record SendEventBatchRequest
{
    /// <summary>
    /// 1 to 1,000 events with the fields of a single one, but for <c>dryRun</c>; they take effect in this order. A
    /// bad one is rejected alone.
    /// </summary>
    [Required]
    [JsonConverter(typeof(UncheckedEventsConverter))]
    public IReadOnlyList<UncheckedEvent>? Events { get; init; }
}
