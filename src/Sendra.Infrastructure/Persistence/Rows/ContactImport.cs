using Sendra.Application.Contacts.ImportContacts;
using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>A file of contacts: received into chunks, then saved chunk by chunk by any node, after any restart. A workspace has one that isn't finished.</summary>
internal sealed class ContactImport : IWorkspaceOwned
{
    public WorkspaceId WorkspaceId { get; init; }

    public ContactImportId Id { get; init; }

    public string? FileName { get; init; }

    public ImportStatus Status { get; init; }

    public ImportFormat Format { get; init; }

    public required string Delimiter { get; init; }

    /// <summary>The names in the header, as a JSON list.</summary>
    public required string Columns { get; init; }

    /// <summary>Which column becomes which property, as a JSON object.</summary>
    public required string Mapping { get; init; }

    /// <summary>How many chunks have arrived.</summary>
    public int Chunks { get; init; }

    /// <summary>The chunk that is saved next. Whoever saves it moves this on in the same transaction, so each is saved once.</summary>
    public int NextChunk { get; init; }

    public int Lines { get; init; }

    public int Created { get; init; }

    public int Updated { get; init; }

    public int Refused { get; init; }

    public int Warned { get; init; }

    /// <summary>When a chunk last arrived or was saved.</summary>
    public DateTimeOffset ActiveAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
