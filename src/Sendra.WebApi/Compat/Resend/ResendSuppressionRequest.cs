using System.ComponentModel.DataAnnotations;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>An address to suppress.</summary>
public sealed record ResendSuppressionRequest : ForeignBody
{
    /// <summary>The address.</summary>
    /// <example>ada@example.com</example>
    [Required]
    public string? Email { get; init; }
}
