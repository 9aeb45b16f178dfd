using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Decides requests and writes nothing (E10).</summary>
internal sealed class DryRunner(IBulkDatabase database, BatchLoader loader, IdGenerator ids)
{
    public async Task<IngestionAnswer> RunAsync(IngestionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.OpenAsync(cancellationToken);
            var set = await loader.LoadAsync(session, [request], locking: false);
            return new IngestionAnswer(
                [.. request.Events.Select(incoming => Decider.Refuse(request.WorkspaceId, incoming, set) is { } refusal
                    ? EventOutcome.Refused(refusal)
                    : Decider.Decide(request.WorkspaceId, incoming, set, ids).Outcome.Unsaved())],
                request.Rejected ?? []);
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
        {
            throw IngestionUnavailableException.StorageDown();
        }
    }
}
