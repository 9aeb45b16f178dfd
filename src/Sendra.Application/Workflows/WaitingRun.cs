using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>An active run with what its walk needs.</summary>
/// <param name="Workflow">The version that it follows.</param>
/// <param name="TriggerProperties">The properties of the event that made it, as far as it is still there.</param>
public sealed record WaitingRun(Enrollment Run, Workflow Workflow, RawJson? TriggerProperties);
