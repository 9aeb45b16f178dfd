using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Automations.CountRuns;

internal sealed class CountRunsHandler(
    IRepository<Automation> automations, IRepository<Workspace> workspaces, IWorkspaceContext workspace, IRunsByDay runs, TimeProvider clock)
    : IRequestHandler<CountRunsQuery, RunCounts>
{
    public async Task<RunCounts> Handle(CountRunsQuery request, CancellationToken cancellationToken)
    {
        await automations.GetAsync(AutomationSpec.ById(request.AutomationId), "automation", cancellationToken);
        var settings = await workspaces.GetAsync(WorkspaceSpec.ById(workspace.WorkspaceId), "workspace", cancellationToken);
        var days = LocalDay.Last(request.Days ?? LocalDay.UsualCount, settings.Zone, clock.GetUtcNow());
        return new RunCounts(settings.TimeZone, await runs.CountAsync(request.AutomationId, days, cancellationToken));
    }
}
