using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Automations.Steps;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>The steps of automations' versions. A version never changes, so what was read once stays true.</summary>
internal sealed class WorkflowCache(WorkspaceDbContexts contexts)
{
    // A definition of 256 KiB has 200 steps at most.
    private const int MaxSteps = 50_000;

    private readonly ConcurrentDictionary<(WorkspaceId WorkspaceId, AutomationId AutomationId, int Version), Workflow> _known = new();
    private int _steps;

    /// <summary>The steps of a version that a run follows.</summary>
    public async ValueTask<Workflow> GetAsync(WorkspaceId workspaceId, AutomationId automationId, int version) =>
        await FindAsync(workspaceId, automationId, version)
        ?? throw new InvalidOperationException($"Version {version} of automation {automationId} is gone, though a run follows it.");

    /// <summary>The steps of a version; null when it was forgotten.</summary>
    public async ValueTask<Workflow?> FindAsync(WorkspaceId workspaceId, AutomationId automationId, int version)
    {
        if (_known.TryGetValue((workspaceId, automationId, version), out var workflow))
        {
            return workflow;
        }

        await using var db = contexts.For(workspaceId);
        var read = await db.AutomationVersions.AsNoTracking()
            .Where(row => row.AutomationId == automationId && row.Number == version).Select(row => row.Workflow).SingleOrDefaultAsync();
        if (read is null)
        {
            return null;
        }

        if (Interlocked.Add(ref _steps, read.Steps.Count + 1) > MaxSteps)
        {
            _known.Clear();
            _steps = 0;
        }

        return _known[(workspaceId, automationId, version)] = read;
    }
}
