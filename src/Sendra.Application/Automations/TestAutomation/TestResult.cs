using Sendra.Domain.Contacts;

namespace Sendra.Application.Automations.TestAutomation;

/// <summary>What an automation would do.</summary>
/// <param name="Decision">Whether it would enroll the contact, and why.</param>
/// <param name="Journey">The visits to its steps, in order; empty if the contact would not be enrolled, or there are no steps.</param>
/// <param name="Warnings">The contact properties that were left out, as they would be for an event.</param>
public sealed record TestResult(TestDecision Decision, IReadOnlyList<TestVisit> Journey, IReadOnlyList<ContactWarning> Warnings);
