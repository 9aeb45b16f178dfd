using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates.ListTemplateVersions;

internal sealed class ListTemplateVersionsHandler(IRepository<Template> templates, ITemplateVersions versions)
    : IRequestHandler<ListTemplateVersionsQuery, Page<TemplateVersionItem>>
{
    public async Task<Page<TemplateVersionItem>> Handle(ListTemplateVersionsQuery request, CancellationToken cancellationToken)
    {
        await templates.GetAsync(TemplateSpec.ById(request.TemplateId), "template", cancellationToken);
        return await versions.ListAsync(request.TemplateId, request.Paging, cancellationToken);
    }
}
