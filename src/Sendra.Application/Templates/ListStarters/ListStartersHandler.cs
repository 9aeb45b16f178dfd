using MediatR;
using Sendra.Domain.Messages.Starters;

namespace Sendra.Application.Templates.ListStarters;

internal sealed class ListStartersHandler : IRequestHandler<ListStartersQuery, IReadOnlyList<TemplateStarter>>
{
    public Task<IReadOnlyList<TemplateStarter>> Handle(ListStartersQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(TemplateStarters.All);
}
