using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A key to make.</summary>
public sealed record ApiKeyRequest
{
    /// <summary>What people call it; 1 to 100 characters.</summary>
    /// <example>Checkout service</example>
    [Required]
    public string? Name { get; init; }

    /// <summary>
    /// What it may do, at least one: <c>events:send</c> sends events; <c>read</c> reads everything but keys, members and
    /// invitations; <c>manage</c> changes what <c>read</c> reads, and reads it.
    /// </summary>
    /// <example>["events:send"]</example>
    [Required]
    public IReadOnlyList<ApiKeyScope>? Scopes { get; init; }
}
