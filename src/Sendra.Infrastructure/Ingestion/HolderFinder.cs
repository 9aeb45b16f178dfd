using Sendra.Application.Ingestion;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Finds whose events a request has that names contacts by external id alone, before it is lined up: so it keeps its place among the events
/// that name the same contacts by address. Only the order rests on it; the batch looks for itself.
/// </summary>
internal sealed class HolderFinder(IBulkDatabase database)
{
    /// <summary>The address of each such contact, as far as there is one; null when there is nothing to find.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>?> FindAsync(IngestionRequest request, CancellationToken cancellationToken)
    {
        string[] unaddressed = [.. request.Events.Where(incoming => incoming.Person.Email is null).Select(incoming => incoming.Person.ExternalId!.Value).Distinct()];
        if (unaddressed.Length == 0)
        {
            return null;
        }

        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            await using var session = await database.OpenAsync(cancellationToken);
            await session.ReadAsync(locking: false, IngestionSql.SelectHolders.Read(
                [.. unaddressed.Select(externalId => (request.WorkspaceId, externalId))],
                row => holders[row.Text(1)] = row.Text(2)));
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
        {
            // The writers wait for the database, and say so if it does not come back.
            return null;
        }

        return holders;
    }
}
