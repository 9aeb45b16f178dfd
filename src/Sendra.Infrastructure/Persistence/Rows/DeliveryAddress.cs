using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>Says that a delivery holds an address in its payload or headers.</summary>
internal sealed class DeliveryAddress : IWorkspaceOwned
{
    public WorkspaceId WorkspaceId { get; init; }

    /// <summary>See <see cref="Domain.Contacts.AddressKey"/>.</summary>
    public AddressHash AddressHash { get; init; }

    public DeliveryId DeliveryId { get; init; }
}
