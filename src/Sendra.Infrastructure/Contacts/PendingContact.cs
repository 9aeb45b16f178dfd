using Sendra.Application.Contacts;

namespace Sendra.Infrastructure.Contacts;

/// <summary>An entry that waits for its commit.</summary>
/// <param name="line">Where it stands in an import, or 0.</param>
internal sealed class PendingContact(ContactEntry entry, int line = 0)
{
    public ContactEntry Entry => entry;

    public int Line => line;

    /// <summary>What came of it; null when it could not be saved.</summary>
    public SavedContact? Saved { get; private set; }

    /// <summary>Why it could not be saved; null when it was.</summary>
    public Exception? Failure { get; private set; }

    public bool IsDone => Saved is not null || Failure is not null;

    public void End(SavedContact? saved, Exception? failure) => (Saved, Failure) = (saved, failure);
}
