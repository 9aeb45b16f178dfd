using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A key to create.</summary>
public sealed record ApiKeyRequest
{
    /// <summary>The key's name, 1 to 100 characters.</summary>
    /// <example>Checkout service</example>
    [Required]
    public string? Name { get; init; }

    /// <summary>
    /// What the key can do, at least one: <c>events:send</c> sends events; <c>read</c> reads everything except keys, members and
    /// invitations; <c>manage</c> reads and changes what <c>read</c> reads.
    /// </summary>
    /// <example>["events:send"]</example>
    [Required]
    public IReadOnlyList<ApiKeyScope>? Scopes { get; init; }
}
