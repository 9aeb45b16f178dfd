using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>What enrolls contacts: an event with this name.</summary>
public sealed record TriggerContract
{
    /// <summary>1 to 255 characters, case-sensitive.</summary>
    /// <example>signUp</example>
    [Required]
    public string? EventName { get; init; }

    /// <summary>A condition that the event must meet: `{ all }`, `{ any }`, `{ not }` or a rule `{ field, op, value }` on the contact and the event. Default: none.</summary>
    /// <example>{"field": "event.plan", "op": "equals", "value": "pro"}</example>
    public RawJson? Where { get; init; }
}
