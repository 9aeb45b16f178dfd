using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates.DeleteTemplate;

internal sealed class DeleteTemplateHandler(IRepository<Template> templates, IUnitOfWork unitOfWork)
    : IRequestHandler<DeleteTemplateCommand, Unit>
{
    public async Task<Unit> Handle(DeleteTemplateCommand request, CancellationToken cancellationToken)
    {
        var template = await templates.GetAsync(TemplateSpec.ById(request.Id), "template", cancellationToken);

        // Its versions go with it, by the database.
        templates.Remove(template);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
