using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates.DeleteTemplate;

internal sealed class DeleteTemplateHandler(IRepository<Template> templates, ITemplateUses uses, IUnitOfWork unitOfWork)
    : IRequestHandler<DeleteTemplateCommand, Unit>
{
    public async Task<Unit> Handle(DeleteTemplateCommand request, CancellationToken cancellationToken)
    {
        var template = await templates.GetAsync(TemplateSpec.ById(request.Id), "template", cancellationToken);

        if (await uses.FindAsync(template.Id, cancellationToken) is { } user)
        {
            throw new ConflictException("templateInUse", $"The automation {user} sends this template. Take it out there first.");
        }

        // Its versions go with it, by the database.
        templates.Remove(template);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
