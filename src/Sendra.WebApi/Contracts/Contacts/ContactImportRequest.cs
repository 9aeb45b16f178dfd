namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>A small import in one JSON body.</summary>
public sealed record ContactImportRequest
{
    /// <summary>The text of a CSV file with a header line. Either this or ndjson.</summary>
    /// <example>email,firstName</example>
    public string? Csv { get; init; }

    /// <summary>One JSON object on each line. Either this or csv.</summary>
    public string? Ndjson { get; init; }

    /// <summary>Which column becomes which property: email, externalId, firstName, lastName, name or a custom field. Left out: by the columns' names.</summary>
    public IReadOnlyDictionary<string, string?>? Mapping { get; init; }

    /// <summary>The file's name, to be shown.</summary>
    public string? FileName { get; init; }
}
