using MediatR;

namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>Receives a file of contacts, which is then saved in the background.</summary>
/// <param name="Body">The file as UTF-8, read while it arrives.</param>
/// <param name="FileName">Its name, or null.</param>
/// <param name="Mapping">Which column becomes which property; null to go by the columns' names.</param>
public sealed record ImportContactsCommand(Stream Body, ImportFormat Format, string? FileName, IReadOnlyDictionary<string, string>? Mapping) : IRequest<ContactImportId>
{
    /// <summary>The most lines of a file.</summary>
    public const int MaxLines = 1_000_000;

    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 100 * 1024 * 1024;

    /// <summary>The most columns that are read.</summary>
    public const int MaxColumns = 500;

    /// <summary>The maximum length of a file's name, in characters.</summary>
    public const int MaxFileNameLength = 255;
}
