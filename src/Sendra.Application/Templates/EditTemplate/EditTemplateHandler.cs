using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates.EditTemplate;

internal sealed class EditTemplateHandler(
    IRepository<Template> templates,
    IRepository<TemplateVersion> versions,
    ITemplateVersions saved,
    IUnitOfWork unitOfWork,
    LongWork work,
    TimeProvider clock)
    : IRequestHandler<EditTemplateCommand, TemplateResult>
{
    public async Task<TemplateResult> Handle(EditTemplateCommand request, CancellationToken cancellationToken)
    {
        var template = await templates.GetAsync(TemplateSpec.ById(request.Id), "template", cancellationToken);
        if (request.ExpectedVersion is { } expected && expected != template.Version)
        {
            throw ChangedMeanwhile();
        }

        var current = await versions.NewestOfAsync(template, cancellationToken);
        var (name, content) = request.Changes.Over(current.Content).ReadNamed(request.Changes.Name ?? template.Name);
        var newest = template.Edit(name, content, current, clock.GetUtcNow())
            ? await template.VersionOfAsync(content, request.By, work, cancellationToken)
            : null;
        await SaveAsync(newest, cancellationToken);
        if (newest is not null)
        {
            await saved.ForgetOldAsync(template.Id, newest.Number, cancellationToken);
        }

        return TemplateResult.From(template, newest ?? current);
    }

    private async Task SaveAsync(TemplateVersion? next, CancellationToken cancellationToken)
    {
        if (next is not null)
        {
            versions.Add(next);
        }

        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException taken) when (taken.Code == ConflictException.AlreadyExists)
        {
            // Somebody else took the number of the version.
            throw ChangedMeanwhile();
        }
    }

    private static ConflictException ChangedMeanwhile() =>
        new(ConflictException.ChangedMeanwhile, "Someone else changed this template. Load it again and repeat your change.");
}
