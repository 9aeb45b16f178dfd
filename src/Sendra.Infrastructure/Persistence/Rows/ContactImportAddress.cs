using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>Says that a line of an import, which was refused and is kept, names somebody.</summary>
internal sealed class ContactImportAddress : IWorkspaceOwned
{
    public WorkspaceId WorkspaceId { get; init; }

    /// <summary>See <see cref="Domain.Contacts.AddressKey"/>.</summary>
    public AddressHash AddressHash { get; init; }

    public ContactImportId ImportId { get; init; }

    /// <summary>The chunk that has the line.</summary>
    public int Ordinal { get; init; }

    /// <summary>Where the line stands in the file, from 1.</summary>
    public int Line { get; init; }
}
