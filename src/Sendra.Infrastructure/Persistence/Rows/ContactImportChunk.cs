using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>Whole lines of a file of contacts. Once they are saved, only what was wrong with them stays.</summary>
internal sealed class ContactImportChunk : IWorkspaceOwned
{
    public WorkspaceId WorkspaceId { get; init; }

    public ContactImportId ImportId { get; init; }

    public int Ordinal { get; init; }

    public int FirstLine { get; init; }

    public int Lines { get; init; }

    /// <summary>The lines as they came; null once they are saved.</summary>
    public string? Text { get; init; }

    /// <summary>What was wrong, as a JSON list; null until they are saved.</summary>
    public string? Problems { get; init; }

    /// <summary>Counts the erasures that took lines out of <see cref="Problems"/>: of two at once, the second reads again.</summary>
    public int Revision { get; init; }
}
