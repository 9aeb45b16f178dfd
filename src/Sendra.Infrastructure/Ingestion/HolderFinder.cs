using Sendra.Application.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Finds whose events a request has that names contacts by external id alone, before it is lined up: so it keeps its place among the events
/// that name the same contacts by address. Only the order rests on it; the batch looks for itself. While one look is under way, the next
/// gathers what is asked for.
/// </summary>
internal sealed class HolderFinder(IBulkDatabase database)
{
    private readonly Lock _lock = new();
    private HolderLook? _next;
    private bool _isLooking;
    private BulkSession? _session;

    /// <summary>The address of each such contact, as far as there is one; null when there is nothing to find.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>?> FindAsync(IngestionRequest request, CancellationToken cancellationToken)
    {
        if (request.Events.All(incoming => incoming.Person.Email is not null))
        {
            return null;
        }

        string[] wanted = [.. request.Events.Where(incoming => incoming.Person.Email is null).Select(incoming => incoming.Person.ExternalId!.Value).Distinct()];
        var found = await Join(request.WorkspaceId, wanted).Found.WaitAsync(cancellationToken);
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var externalId in wanted)
        {
            if (found.TryGetValue((request.WorkspaceId, externalId), out var email))
            {
                holders.Add(externalId, email);
            }
        }

        return holders;
    }

    /// <summary>Gives the connection back. Call when nothing more is asked for.</summary>
    public async ValueTask CloseAsync()
    {
        if (Interlocked.Exchange(ref _session, null) is { } session)
        {
            await session.DisposeAsync();
        }
    }

    private HolderLook Join(WorkspaceId workspaceId, IEnumerable<string> externalIds)
    {
        lock (_lock)
        {
            var look = _next ??= new HolderLook();
            look.Add(workspaceId, externalIds);
            if (!_isLooking)
            {
                _isLooking = true;
                _ = Task.Run(LookAsync, CancellationToken.None);
            }

            return look;
        }
    }

    private HolderLook? Take()
    {
        lock (_lock)
        {
            var look = _next;
            (_next, _isLooking) = (null, look is not null);
            return look;
        }
    }

    private async Task LookAsync()
    {
        while (Take() is { } look)
        {
            try
            {
                _session ??= await database.OpenAsync(CancellationToken.None);
                await look.RunAsync(_session);
            }
            catch (Exception exception)
            {
                await CloseAsync();

                // Without its database nobody is found; the writers wait for it, and say so if it does not come back.
                look.End(StorageTrouble.IsUnavailable(exception) ? null : exception);
            }
        }
    }
}
