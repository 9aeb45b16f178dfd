using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.ListAutomations;

internal sealed class ListAutomationsHandler(IRepository<Automation> automations, IAutomationFacts facts)
    : IRequestHandler<ListAutomationsQuery, Page<AutomationResult>>
{
    public async Task<Page<AutomationResult>> Handle(ListAutomationsQuery request, CancellationToken cancellationToken)
    {
        var paging = request.Paging;
        var rows = await automations.ListAsync(
            AutomationSpec.Newest(request.Statuses, request.Query, paging.AfterId<AutomationId>(), paging.Size + 1), cancellationToken);
        var page = paging.Cut(rows, automation => automation.Id);
        var gathered = await facts.GatherAsync(page.Items, cancellationToken);
        return new Page<AutomationResult>([.. page.Items.Select(automation => AutomationResult.From(automation, gathered))], page.NextCursor);
    }
}
