using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>Says that somebody was erased before an import was finished: none of its lines brings them back.</summary>
internal sealed class ContactImportErasure : IWorkspaceOwned
{
    public WorkspaceId WorkspaceId { get; init; }

    public ContactImportId ImportId { get; init; }

    /// <summary>See <see cref="Domain.Contacts.AddressKey"/>.</summary>
    public AddressHash AddressHash { get; init; }
}
