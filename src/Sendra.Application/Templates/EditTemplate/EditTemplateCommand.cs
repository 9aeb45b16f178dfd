using MediatR;

namespace Sendra.Application.Templates.EditTemplate;

/// <summary>Changes what a template says from now on.</summary>
/// <param name="Changes">What changes.</param>
/// <param name="ExpectedVersion">The version that the caller edited; null to skip the check.</param>
/// <param name="By">The user or the API key.</param>
public sealed record EditTemplateCommand(TemplateId Id, TemplateChanges Changes, int? ExpectedVersion, Guid By) : IRequest<TemplateResult>;
