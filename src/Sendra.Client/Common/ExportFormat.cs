namespace Sendra.Client.Common;

/// <summary>The format of an export.</summary>
public enum ExportFormat
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Csv,
    Ndjson,
}
