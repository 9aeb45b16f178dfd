using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>What enrolls: an event of this name.</summary>
public sealed record TriggerContract
{
    /// <summary>1 to 255 characters; matched exactly, case included.</summary>
    /// <example>signUp</example>
    [Required]
    public string? EventName { get; init; }

    /// <summary>A condition that the event must meet to enroll: `{ all }`, `{ any }`, `{ not }` or a rule `{ field, op, value }` over contact and event; none when left out.</summary>
    /// <example>{"field": "event.plan", "op": "equals", "value": "pro"}</example>
    public RawJson? Where { get; init; }
}
