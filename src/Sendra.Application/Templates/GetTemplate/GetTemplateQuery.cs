using MediatR;

namespace Sendra.Application.Templates.GetTemplate;

/// <summary>Reads one template.</summary>
public sealed record GetTemplateQuery(TemplateId Id) : IRequest<TemplateResult>;
