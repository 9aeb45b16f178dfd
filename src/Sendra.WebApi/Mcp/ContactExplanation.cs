using Sendra.Application.Enrollments;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Mcp;

/// <summary>Why a contact did or didn't get into an automation.</summary>
/// <param name="Summary">The answer in a sentence.</param>
/// <param name="Email">The address that was asked for.</param>
/// <param name="ContactId">The contact; null when there is none.</param>
/// <param name="AutomationId">The automation.</param>
/// <param name="AutomationName">Its name.</param>
/// <param name="AutomationStatus">Its status now.</param>
/// <param name="TriggerEvent">The event that enrolls.</param>
/// <param name="TriggerWhere">The condition that such an event must meet, or null.</param>
/// <param name="Frequency">How often a contact may enter.</param>
/// <param name="Decisions">What it decided on the contact's newest trigger events, newest first.</param>
/// <param name="Enrollments">The contact's newest runs through it.</param>
internal sealed record ContactExplanation(
    string Summary,
    string Email,
    ContactId? ContactId,
    AutomationId AutomationId,
    string AutomationName,
    AutomationStatus AutomationStatus,
    string TriggerEvent,
    RawJson? TriggerWhere,
    Frequency Frequency,
    IReadOnlyList<ContactDecision> Decisions,
    IReadOnlyList<EnrollmentResult> Enrollments);
