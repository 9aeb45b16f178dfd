using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Messages;

namespace Sendra.Domain.Enrollments;

/// <summary>A mail that a visit wants sent.</summary>
/// <param name="StepId">The step.</param>
/// <param name="TemplateId">What it says.</param>
/// <param name="Kind">Why it is sent.</param>
public sealed record WantedMail(StepId StepId, TemplateId TemplateId, MessageKind Kind);
