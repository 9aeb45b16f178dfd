using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.ListVersions;

internal sealed class ListVersionsHandler(IRepository<Automation> automations, IAutomationVersions versions)
    : IRequestHandler<ListVersionsQuery, Page<VersionItem>>
{
    public async Task<Page<VersionItem>> Handle(ListVersionsQuery request, CancellationToken cancellationToken)
    {
        await automations.GetAsync(AutomationSpec.ById(request.AutomationId), "automation", cancellationToken);
        return await versions.ListAsync(request.AutomationId, request.Paging, cancellationToken);
    }
}
