namespace Sendra.Client.Contacts;

/// <summary>How far an import is.</summary>
public enum ImportStatus
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Receiving,
    Running,
    Completed,
    Interrupted,
}
