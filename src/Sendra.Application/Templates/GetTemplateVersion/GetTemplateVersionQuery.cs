using MediatR;

namespace Sendra.Application.Templates.GetTemplateVersion;

/// <summary>Reads one version of a template's content.</summary>
public sealed record GetTemplateVersionQuery(TemplateId TemplateId, int Version) : IRequest<TemplateVersionResult>;
