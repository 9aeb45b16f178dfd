namespace Sendra.Client.Contacts;

/// <summary>The order of a list of contacts.</summary>
public enum ContactSort
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Newest,
    Oldest,
    Email,
}
