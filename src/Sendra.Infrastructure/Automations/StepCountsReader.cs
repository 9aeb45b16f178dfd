using Microsoft.EntityFrameworkCore;
using Sendra.Application.Automations;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Automations;

internal sealed class StepCountsReader(SendraDbContext db) : IStepCounts
{
    public async Task<IReadOnlyDictionary<string, StepCounts>> CountAsync(
        Automation automation, Workflow workflow, CancellationToken cancellationToken)
    {
        if (!workflow.HasSteps)
        {
            return new Dictionary<string, StepCounts>();
        }

        var rows = await db.StepTallies.Where(tally => tally.AutomationId == automation.Id)
            .GroupBy(tally => new { tally.StepId, tally.Path })
            .Select(group => new
            {
                group.Key.StepId,
                group.Key.Path,
                Waiting = group.Sum(tally => tally.Waiting),
                Passed = group.Sum(tally => tally.Passed),
                Failed = group.Sum(tally => tally.Failed),
                Cancelled = group.Sum(tally => tally.Cancelled),
            })
            .ToListAsync(cancellationToken);
        var byStep = rows.ToLookup(row => row.StepId, StringComparer.Ordinal);
        return workflow.Steps.ToDictionary(
            step => step.Id.Value,
            step =>
            {
                var here = byStep[step.Id.Value];
                return new StepCounts(
                    here.Sum(row => row.Waiting),
                    here.Sum(row => row.Passed),
                    here.Sum(row => row.Failed),
                    here.Sum(row => row.Cancelled),
                    step.Exits.Select(exit => exit.Path).OfType<string>()
                        .ToDictionary(path => path, path => here.Where(row => row.Path == path).Sum(row => row.Passed + row.Failed), StringComparer.Ordinal));
            },
            StringComparer.Ordinal);
    }
}
