using System.Text.Json.Serialization;

namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>An import and how far it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FileName">The name of the file, if it was given.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Mapping">Which column becomes which property. Columns that aren't here are ignored.</param>
/// <param name="Lines">How many lines have arrived, without the header.</param>
/// <param name="Created">How many contacts were created.</param>
/// <param name="Updated">How many lines changed a contact that was there.</param>
/// <param name="Refused">How many lines were refused.</param>
/// <param name="Warned">How many lines were saved without a value that couldn't be taken.</param>
/// <param name="StartedAt">When the file began to arrive.</param>
/// <param name="FinishedAt">When the last line was done, or when it was found to be interrupted; null until then.</param>
public sealed record ContactImportResult(
    ContactImportId Id,
    string? FileName,
    ImportStatus Status,
    IReadOnlyDictionary<string, string> Mapping,
    int Lines,
    int Created,
    int Updated,
    int Refused,
    int Warned,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt)
{
    /// <summary>The first 100 lines that were refused, or saved without a value, when one import is read. Omitted in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LineProblem>? Errors { get; init; }
}
