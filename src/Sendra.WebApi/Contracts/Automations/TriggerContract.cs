using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>What enrolls: an event of this name.</summary>
public sealed record TriggerContract
{
    /// <summary>1 to 255 characters; matched exactly, case included (E2).</summary>
    /// <example>signUp</example>
    [Required]
    public string? EventName { get; init; }
}
