using Sendra.Application.Automations;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Workflows;

internal sealed class AutomationRuns(SendraDbContext db, IdGenerator ids) : IAutomationRuns
{
    public void Release(Automation automation) => Add(automation, WorkflowJobKind.Release);

    public void Move(Automation automation, long runs) => Add(automation, WorkflowJobKind.Move, runs);

    public void Stop(Automation automation) => Add(automation, WorkflowJobKind.Stop);

    public void End(Automation automation) => Add(automation, WorkflowJobKind.End);

    private void Add(Automation automation, WorkflowJobKind kind, long runs = 0) => db.WorkflowJobs.Add(new WorkflowJob
    {
        WorkspaceId = automation.WorkspaceId,
        Id = ids.Next<WorkflowJobId>(),
        AutomationId = automation.Id,
        Kind = kind,
        Runs = runs,
    });
}
