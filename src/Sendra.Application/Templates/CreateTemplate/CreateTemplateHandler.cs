using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates.CreateTemplate;

internal sealed class CreateTemplateHandler(
    IRepository<Template> templates,
    IRepository<TemplateVersion> versions,
    IUnitOfWork unitOfWork,
    IWorkspaceContext workspace,
    LongWork work,
    IdGenerator ids)
    : IRequestHandler<CreateTemplateCommand, TemplateResult>
{
    public async Task<TemplateResult> Handle(CreateTemplateCommand request, CancellationToken cancellationToken)
    {
        var (name, content) = request.Text.ReadNamed(request.Name);
        var template = Template.Create(ids.Next<TemplateId>(), workspace.WorkspaceId, name, content);
        var version = await template.VersionOfAsync(content, request.By, work, cancellationToken);
        templates.Add(template);
        versions.Add(version);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return TemplateResult.From(template, version);
    }
}
