using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Sendra.Infrastructure.Persistence.Workspaces;

/// <summary>Makes contexts for work on behalf of a workspace that no request names, such as ingestion's. They don't retry by themselves.</summary>
/// <param name="services">The host's services.</param>
/// <param name="type">Which of the contexts the configured provider uses.</param>
/// <param name="options">Its provider and connection, without retries.</param>
internal sealed class WorkspaceDbContexts(IServiceProvider services, Type type, DbContextOptions options)
{
    /// <summary>A context that reads and writes this workspace only; the caller disposes it.</summary>
    public SendraDbContext For(WorkspaceId workspaceId) =>
        (SendraDbContext)ActivatorUtilities.CreateInstance(services, type, options, new FixedWorkspace(workspaceId));
}
