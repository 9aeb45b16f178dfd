using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Common;

namespace Sendra.Infrastructure.Persistence;

/// <summary>Makes contexts for work on behalf of a workspace that no request names, such as ingestion's.</summary>
internal sealed class WorkspaceDbContexts(IServiceProvider services, DbContextType type)
{
    /// <summary>A context that reads and writes this workspace only; the caller disposes it.</summary>
    public SendraDbContext For(Guid workspaceId) =>
        (SendraDbContext)ActivatorUtilities.CreateInstance(services, type.Value, new FixedWorkspace(workspaceId));

    private sealed record FixedWorkspace(Guid Id) : IWorkspaceContext
    {
        public Guid? CurrentWorkspaceId => Id;
    }
}
