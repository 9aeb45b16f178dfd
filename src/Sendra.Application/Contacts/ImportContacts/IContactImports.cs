using Sendra.Application.Common;

namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>The current workspace's imports: what was received is stored, and saved as contacts in the background.</summary>
public interface IContactImports
{
    /// <summary>Begins to receive a file.</summary>
    /// <exception cref="Domain.Common.ConflictException">Another import isn't finished.</exception>
    Task<ContactImportId> BeginAsync(string? fileName, ImportLayout layout, CancellationToken cancellationToken);

    /// <summary>Stores a chunk.</summary>
    /// <param name="ordinal">Its place, from 0.</param>
    /// <param name="lines">How many lines have arrived with it.</param>
    /// <returns>False when the import is no longer being received.</returns>
    Task<bool> AddAsync(ContactImportId id, int ordinal, ImportChunk chunk, int lines, CancellationToken cancellationToken);

    /// <summary>The file is whole: from now on it goes on by itself.</summary>
    Task StartAsync(ContactImportId id, CancellationToken cancellationToken);

    /// <summary>The file won't become whole: nothing of it is kept.</summary>
    Task InterruptAsync(ContactImportId id);

    /// <summary>An import, or null.</summary>
    Task<ContactImportResult?> FindAsync(ContactImportId id, CancellationToken cancellationToken);

    /// <summary>A page of imports, newest first.</summary>
    Task<Page<ContactImportResult>> ListAsync(Paging paging, CancellationToken cancellationToken);

    /// <summary>Lines that were refused, or saved without a value, in the order of the file.</summary>
    IAsyncEnumerable<LineProblem> ProblemsAsync(ContactImportId id, CancellationToken cancellationToken);
}
