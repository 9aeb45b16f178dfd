namespace Sendra.Application.Contacts;

/// <summary>Erases people of the current workspace.</summary>
public interface IContactErasure
{
    /// <summary>
    /// Erases everything about a contact in small steps, the contact last. If it breaks off, part of the person is
    /// gone; call it again to finish.
    /// </summary>
    /// <param name="id">The contact.</param>
    /// <returns>False if there is no such contact.</returns>
    Task<bool> EraseAsync(ContactId id, CancellationToken cancellationToken);
}
