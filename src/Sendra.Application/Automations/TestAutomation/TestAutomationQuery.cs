using MediatR;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.TestAutomation;

/// <summary>
/// What an automation would do with an event of a contact, up to the end of the run, with the time of waits skipped (F11). Nothing is
/// written, and nothing is sent.
/// </summary>
/// <param name="AutomationId">A saved automation, whatever its status; or null.</param>
/// <param name="Definition">A definition that need not be saved; or null. One of the two is there.</param>
/// <param name="Contact">A JSON object with <c>email</c>, perhaps <c>externalId</c>, and what <c>contactProperties</c> could say.</param>
/// <param name="EventName">The event's name.</param>
/// <param name="EventProperties">The event's properties.</param>
/// <param name="Answers">What becomes of waits for events, by the step's id; the others time out.</param>
public sealed record TestAutomationQuery(
    AutomationId? AutomationId,
    DefinitionText? Definition,
    RawJson? Contact,
    string? EventName,
    RawJson? EventProperties,
    IReadOnlyDictionary<string, TestAnswer> Answers) : IRequest<TestResult>;
