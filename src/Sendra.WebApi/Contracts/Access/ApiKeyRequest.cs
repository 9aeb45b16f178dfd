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

    /// <summary>From when on the key is refused; null or omitted for never.</summary>
    /// <example>2030-01-01T00:00:00Z</example>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The IP addresses and networks (CIDR) that the key can be used from, up to 50; null or omitted for any.</summary>
    /// <example>["203.0.113.0/24"]</example>
    public IReadOnlyList<string?>? AllowedNetworks { get; init; }
}
