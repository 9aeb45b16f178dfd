namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>How far an import is.</summary>
// The numbers are stored: add, never renumber.
public enum ImportStatus
{
    /// <summary>The file is still arriving. Nothing of it is saved as contacts.</summary>
    Receiving = 1,

    /// <summary>Its contacts are being saved. It survives a restart.</summary>
    Running = 2,

    /// <summary>Every line was saved or refused.</summary>
    Completed = 3,

    /// <summary>The file didn't arrive whole, so none of it was saved. Send it again.</summary>
    Interrupted = 4,
}
