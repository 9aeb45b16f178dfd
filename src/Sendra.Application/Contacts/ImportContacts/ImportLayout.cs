namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>How the lines of one import are read.</summary>
/// <param name="Delimiter">What stands between the values of a CSV.</param>
/// <param name="Columns">The names in the header of a CSV, in order.</param>
/// <param name="Mapping">Which column becomes which property.</param>
public sealed record ImportLayout(ImportFormat Format, string Delimiter, IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Mapping);
