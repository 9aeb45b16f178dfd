using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>
/// Says that a contact is being erased. From its commit on nobody sees the contact, its events or its enrollments; the row
/// goes with the last of them.
/// </summary>
internal sealed class ErasureUnderWay : IWorkspaceOwned
{
    public WorkspaceId WorkspaceId { get; init; }

    public ContactId ContactId { get; init; }

    /// <summary>The hash of the address, by which deliveries are found that became no event.</summary>
    public AddressHash AddressHash { get; init; }

    /// <summary>The hash of the external id, by which the same are found; null for a contact without one.</summary>
    public AddressHash? ExternalIdHash { get; set; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>All hashes of the person.</summary>
    public IEnumerable<(WorkspaceId WorkspaceId, AddressHash AddressHash)> Hashes =>
        ExternalIdHash is { } id ? [(WorkspaceId, AddressHash), (WorkspaceId, id)] : [(WorkspaceId, AddressHash)];
}
