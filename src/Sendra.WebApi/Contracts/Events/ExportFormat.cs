namespace Sendra.WebApi.Contracts.Events;

/// <summary>The format of an export.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated values with a header line (RFC 4180).</summary>
    Csv,

    /// <summary>One JSON object per line.</summary>
    Ndjson,
}
