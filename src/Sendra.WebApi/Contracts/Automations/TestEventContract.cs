using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>The event of a test.</summary>
public sealed record TestEventContract
{
    /// <summary>1 to 255 characters, case-sensitive. An automation enrolls only on the event of its trigger.</summary>
    /// <example>signUp</example>
    [Required]
    public string? EventName { get; init; }

    /// <summary>Any JSON value up to 256 KiB.</summary>
    /// <example>{"plan": "pro"}</example>
    public RawJson? Properties { get; init; }
}
