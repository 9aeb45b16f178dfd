using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Erasure;

/// <summary>Says that a delivery holds an address in its payload or headers.</summary>
internal sealed class DeliveryAddress : IWorkspaceOwned
{
    public Guid WorkspaceId { get; init; }

    /// <summary>See <see cref="Domain.Contacts.AddressKey"/>.</summary>
    public Guid AddressHash { get; init; }

    public Guid DeliveryId { get; init; }
}
