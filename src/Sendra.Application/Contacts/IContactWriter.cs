namespace Sendra.Application.Contacts;

/// <summary>Makes and changes contacts of the current workspace, locked and read by the same rules as an event's contact.</summary>
public interface IContactWriter
{
    /// <summary>Saves an entry. What waits for a date of the contact is recalculated with it.</summary>
    /// <exception cref="Domain.Common.NotFoundException">The expected contact is there no longer.</exception>
    /// <exception cref="Ingestion.IngestionUnavailableException">The database can't be reached, or is too busy.</exception>
    Task<SavedContact> SaveAsync(ContactEntry entry, CancellationToken cancellationToken);
}
