using System.ComponentModel.DataAnnotations;
using Sendra.Application.Automations.TestAutomation;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>What to test, and on whom. Set automationId or definition.</summary>
public sealed record TestAutomationRequest
{
    /// <summary>A saved automation, with any status. Its newest version is tested.</summary>
    public AutomationId? AutomationId { get; init; }

    /// <summary>A definition that need not be saved, with the fields of <c>POST /api/automations</c>. Errors name its fields as <c>definition.steps[2].next</c>.</summary>
    public AutomationRequest? Definition { get; init; }

    /// <summary>
    /// The contact: `email`, and if you like `externalId`, `firstName`, `lastName`, `name` and declared custom fields. What can't be taken is left out and
    /// named in the response's `warnings`, as for an event's `contactProperties`. 256 KiB at most.
    /// </summary>
    /// <example>{"email": "ada@example.com", "firstName": "Ada"}</example>
    [Required]
    public RawJson? Contact { get; init; }

    /// <summary>The event that the contact sends.</summary>
    [Required]
    public TestEventContract? Event { get; init; }

    /// <summary>What becomes of `waitForEvent` steps, by step id: `received` or `timedOut`. A step that is left out times out.</summary>
    /// <example>{"paid": "received"}</example>
    public IReadOnlyDictionary<string, TestAnswer>? Answers { get; init; }
}
