using Sendra.Application.Workflows;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>Counts the sent events that wait: one round trip, and none where no step sends any.</summary>
internal static class PlacesLoader
{
    public static async Task<Dictionary<WorkspaceId, EventPlaces>> LoadAsync(BulkSession session, IReadOnlyList<WorkspaceId> sending)
    {
        var places = new Dictionary<WorkspaceId, EventPlaces>(sending.Count);
        await session.ReadAsync(locking: false, OutboxSql.CountWaitingEvents.Read(
            sending, row => places.Add(row.Id<WorkspaceId>(0), new EventPlaces((int)row.Long(1)))));
        return places;
    }
}
