using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.EventSources;
using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Queries;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.EventSources;

/// <summary>
/// Remembers whose the tokens are that this node has seen; the sources themselves are among their workspace's rules. So a webhook costs no
/// query, and a change made on any node counts at once all the same: ingestion compares the rules' version. Unknown tokens are not kept; each
/// costs a look-up by index, one at a time.
/// </summary>
internal sealed class EventSourceDirectory(WorkspaceDbContexts contexts, RulesCache rules, AddressKeys addressKeys) : IEventSourceDirectory
{
    /// <summary>How many tokens are kept; when there are more, the node begins anew.</summary>
    private const int MaxKept = 10_000;

    // A sender waits a few seconds only, and the contexts' own retries would take longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, (WorkspaceId WorkspaceId, EventSourceId SourceId, AddressKey AddressKey)> _known = new(StringComparer.Ordinal);
    private readonly SharedReads<string, FoundSource?> _reads = new();

    public ValueTask<FoundSource?> FindAsync(WebhookToken token, bool current, CancellationToken cancellationToken)
    {
        if (!current && _known.TryGetValue(token.Hash, out var known))
        {
            return new ValueTask<FoundSource?>(rules.LastKnown(known.WorkspaceId) is { } last && last.Source(known.SourceId) is { } source
                ? new FoundSource(source, last, known.AddressKey)
                : null);
        }

        return new ValueTask<FoundSource?>(_reads.ReadAsync(token.Hash, () => ReadInTimeAsync(token.Hash), cancellationToken));
    }

    private async Task<FoundSource?> ReadInTimeAsync(string hash)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return await ReadAsync(hash, limit.Token);
        }
        catch (Exception exception) when (limit.IsCancellationRequested || StorageTrouble.IsUnavailable(exception))
        {
            throw IngestionUnavailableException.StorageDown();
        }
    }

    private async Task<FoundSource?> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        // The one read across workspaces: a URL is all that its sender knows.
        await using var anyWorkspace = contexts.For(default);
        var found = await (
            from source in anyWorkspace.EventSources.IgnoreQueryFilters()
            from token in source.Tokens
            join workspace in anyWorkspace.AllWorkspaces() on source.WorkspaceId equals workspace.Id
            where token.Hash == hash && workspace.DeletedAt == null
            select new { source.WorkspaceId, source.Id }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            _known.TryRemove(hash, out _);
            return null;
        }

        if (_known.Count >= MaxKept)
        {
            _known.Clear();
        }

        var addressKey = await addressKeys.OfAsync(found.WorkspaceId, cancellationToken);
        _known[hash] = (found.WorkspaceId, found.Id, addressKey);
        return await rules.GetCurrentAsync(found.WorkspaceId, cancellationToken) is { } current && current.Source(found.Id) is { } known
            ? new FoundSource(known, current, addressKey)
            : null;
    }
}
