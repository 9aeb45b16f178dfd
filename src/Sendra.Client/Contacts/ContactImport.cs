namespace Sendra.Client.Contacts;

/// <summary>An import and how far it is.</summary>
public sealed record ContactImport
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name of the file, if it was given.</summary>
    public string? FileName { get; init; }

    /// <summary>How far an import is.</summary>
    public ImportStatus Status { get; init; }

    /// <summary>Which column becomes which property. Columns that aren't here are ignored.</summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>();

    /// <summary>How many lines have arrived, without the header.</summary>
    public int Lines { get; init; }

    /// <summary>How many contacts were created.</summary>
    public int Created { get; init; }

    /// <summary>How many lines changed a contact that was there.</summary>
    public int Updated { get; init; }

    /// <summary>How many lines were refused.</summary>
    public int Refused { get; init; }

    /// <summary>How many lines were saved without a value that couldn't be taken.</summary>
    public int Warned { get; init; }

    /// <summary>When the file began to arrive.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last line was done, or when it was found to be interrupted; null until then.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The first 100 lines that were refused, or saved without a value, when one import is read. Omitted in lists.</summary>
    public IReadOnlyList<LineProblem>? Errors { get; init; }
}
