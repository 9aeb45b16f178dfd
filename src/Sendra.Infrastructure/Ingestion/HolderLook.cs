using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>One look for who has some external ids, shared by all who asked meanwhile.</summary>
internal sealed class HolderLook
{
    private readonly HashSet<(WorkspaceId WorkspaceId, string ExternalId)> _wanted = [];
    private readonly Dictionary<(WorkspaceId WorkspaceId, string ExternalId), string> _found = [];
    private readonly TaskCompletionSource<IReadOnlyDictionary<(WorkspaceId WorkspaceId, string ExternalId), string>> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The address of each that there is.</summary>
    public Task<IReadOnlyDictionary<(WorkspaceId WorkspaceId, string ExternalId), string>> Found => _completion.Task;

    /// <summary>Asks for more, before it runs.</summary>
    public void Add(WorkspaceId workspaceId, IEnumerable<string> externalIds) => _wanted.UnionWith(externalIds.Select(externalId => (workspaceId, externalId)));

    public async Task RunAsync(BulkSession session)
    {
        await session.ReadAsync(locking: false, ContactSql.SelectHolders.Read(
            [.. _wanted], row => _found[(row.Id<WorkspaceId>(0), row.Text(1))] = row.Text(2)));
        End(null);
    }

    /// <summary>Tells all who wait: what was found, or why nothing was.</summary>
    public void End(Exception? failure)
    {
        if (failure is null)
        {
            _completion.TrySetResult(_found);
        }
        else
        {
            _completion.TrySetException(failure);
        }
    }
}
