using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates.ListTemplates;

internal sealed class ListTemplatesHandler(IRepository<Template> templates) : IRequestHandler<ListTemplatesQuery, Page<TemplateItem>>
{
    public async Task<Page<TemplateItem>> Handle(ListTemplatesQuery request, CancellationToken cancellationToken)
    {
        var paging = request.Paging;
        var rows = await templates.ListAsync(
            TemplateSpec.Newest(request.Query, paging.AfterId<TemplateId>(), paging.Size + 1), cancellationToken);
        return paging.Cut(rows, template => template.Id).Select(TemplateItem.From);
    }
}
