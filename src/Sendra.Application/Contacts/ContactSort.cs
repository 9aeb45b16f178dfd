namespace Sendra.Application.Contacts;

/// <summary>The order of a list of contacts.</summary>
public enum ContactSort
{
    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>The oldest first.</summary>
    Oldest,

    /// <summary>By email.</summary>
    Email,
}
