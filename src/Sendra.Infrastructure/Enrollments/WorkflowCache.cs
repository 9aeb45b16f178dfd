using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Automations.Steps;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>The steps of automations' versions. A version never changes, so what was read once stays true.</summary>
internal sealed class WorkflowCache(WorkspaceDbContexts contexts)
{
    private const int Max = 2_000;

    private readonly ConcurrentDictionary<(WorkspaceId WorkspaceId, AutomationId AutomationId, int Version), Workflow> _known = new();

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

        if (_known.Count >= Max)
        {
            _known.Clear();
        }

        await using var db = contexts.For(workspaceId);
        var read = await db.AutomationVersions.AsNoTracking()
            .Where(row => row.AutomationId == automationId && row.Number == version).Select(row => row.Workflow).SingleOrDefaultAsync();
        return read is null ? null : _known[(workspaceId, automationId, version)] = read;
    }
}
