using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.EventSources;
using Sendra.Application.Ingestion;
using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.EventSources;

/// <summary>
/// Keeps the sources that this node has seen, by their token's hash, so that a webhook costs no query. A change made
/// on any node counts at once all the same: each source goes with the rules version under which it was read, which
/// ingestion compares. Unknown tokens are not kept; each costs one look-up by index.
/// </summary>
internal sealed class EventSourceDirectory(WorkspaceDbContexts contexts, ISourceSecrets secrets, AddressKeys addressKeys) : IEventSourceDirectory
{
    /// <summary>How many sources are kept; when there are more, the node begins anew.</summary>
    private const int MaxKept = 10_000;

    // A sender waits a few seconds only, and the contexts' own retries would take longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, KnownSource> _known = new(StringComparer.Ordinal);

    public async ValueTask<KnownSource?> FindAsync(WebhookToken token, bool reread, CancellationToken cancellationToken)
    {
        if (!reread && _known.TryGetValue(token.Hash, out var known))
        {
            return known;
        }

        var read = await ReadInTimeAsync(token.Hash, cancellationToken);
        Keep(token.Hash, read);
        return read;
    }

    private void Keep(string hash, KnownSource? read)
    {
        if (read is null)
        {
            _known.TryRemove(hash, out _);
            return;
        }

        if (_known.Count >= MaxKept)
        {
            _known.Clear();
        }

        _known[hash] = read;
    }

    private async Task<KnownSource?> ReadInTimeAsync(string hash, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await ReadAsync(hash, limit.Token);
        }
        catch (Exception exception) when (
            (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested) || StorageTrouble.IsUnavailable(exception))
        {
            throw IngestionUnavailableException.StorageDown();
        }
    }

    private async Task<KnownSource?> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        // The one read across workspaces: a URL is all that its sender knows.
        await using var anyWorkspace = contexts.For(Guid.Empty);
        var found = await (
            from source in anyWorkspace.EventSources.IgnoreQueryFilters()
            from token in source.Tokens
            where token.Hash == hash
            join workspace in anyWorkspace.Workspaces.IgnoreQueryFilters() on source.WorkspaceId equals workspace.Id
            select new { source.WorkspaceId, source.Id, workspace.RulesVersion }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        // Read after the version: what is read may be newer than it, never older, and then it is read again.
        await using var db = contexts.For(found.WorkspaceId);
        var read = await db.EventSources.AsNoTracking().FirstOrDefaultAsync(source => source.Id == found.Id, cancellationToken);
        return read is null
            ? null
            : new KnownSource(read, read.Signature is { } signature ? secrets.Reveal(signature) : [], found.RulesVersion, await addressKeys.OfAsync(found.WorkspaceId, cancellationToken));
    }
}
