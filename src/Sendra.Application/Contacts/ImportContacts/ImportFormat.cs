namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>How the lines of an import are written.</summary>
public enum ImportFormat
{
    /// <summary>Comma-, semicolon- or tab-separated values with a header line.</summary>
    Csv,

    /// <summary>One JSON object on each line.</summary>
    Ndjson,
}
