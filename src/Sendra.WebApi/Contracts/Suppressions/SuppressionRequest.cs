using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Messages;

namespace Sendra.WebApi.Contracts.Suppressions;

/// <summary>An address to suppress.</summary>
public sealed record SuppressionRequest
{
    /// <summary>The address.</summary>
    /// <example>ada@example.com</example>
    [Required]
    public string? Email { get; init; }

    /// <summary>What it gets no more: <c>marketing</c>, or <c>all</c> email, transactional too. Default: <c>all</c>.</summary>
    /// <example>all</example>
    public SuppressionScope? Scope { get; init; }
}
