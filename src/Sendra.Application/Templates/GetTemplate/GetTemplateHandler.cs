using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates.GetTemplate;

internal sealed class GetTemplateHandler(IRepository<Template> templates, IRepository<TemplateVersion> versions)
    : IRequestHandler<GetTemplateQuery, TemplateResult>
{
    public async Task<TemplateResult> Handle(GetTemplateQuery request, CancellationToken cancellationToken)
    {
        var template = await templates.GetAsync(TemplateSpec.ById(request.Id), "template", cancellationToken);
        return TemplateResult.From(template, await versions.NewestOfAsync(template, cancellationToken));
    }
}
