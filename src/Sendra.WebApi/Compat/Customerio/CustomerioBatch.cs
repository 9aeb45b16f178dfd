using System.ComponentModel.DataAnnotations;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>Several operations.</summary>
public sealed record CustomerioBatch : ForeignBody
{
    /// <summary>The operations, in order: 1 to 1,000.</summary>
    [Required]
    public IReadOnlyList<CustomerioEntity?>? Batch { get; init; }
}
