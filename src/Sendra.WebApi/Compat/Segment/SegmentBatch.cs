using System.ComponentModel.DataAnnotations;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Segment;

/// <summary>Several calls, at most 500 KB.</summary>
public sealed record SegmentBatch : ForeignBody
{
    /// <summary>The calls, in order.</summary>
    [Required]
    public IReadOnlyList<SegmentCall?>? Batch { get; init; }

    /// <summary>The API key, where there is no Authorization header.</summary>
    public string? WriteKey { get; init; }
}
