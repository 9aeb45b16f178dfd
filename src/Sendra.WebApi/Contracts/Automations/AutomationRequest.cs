using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Automations;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>What an automation is to do.</summary>
public sealed record AutomationRequest
{
    /// <summary>What people call it: 1 to 200 characters.</summary>
    /// <example>Welcome</example>
    [Required]
    public string? Name { get; init; }

    /// <summary>What enrolls.</summary>
    [Required]
    public TriggerContract? Trigger { get; init; }

    /// <summary>How often a contact may enter; everyTime when left out (A2, A3).</summary>
    /// <example>oncePerContact</example>
    public Frequency? Frequency { get; init; }

    /// <summary>The events that drop active enrollments, at most 50; none when left out (A4).</summary>
    /// <example>["purchaseCompleted"]</example>
    public IReadOnlyList<string?>? ExitEvents { get; init; }
}
