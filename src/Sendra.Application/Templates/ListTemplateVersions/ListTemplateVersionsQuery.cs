using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Templates.ListTemplateVersions;

/// <summary>Lists a template's versions, newest first.</summary>
public sealed record ListTemplateVersionsQuery(TemplateId TemplateId, Paging Paging) : IRequest<Page<TemplateVersionItem>>;
