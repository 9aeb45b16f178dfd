namespace Sendra.WebApi.Exports;

/// <summary>The media types of exports.</summary>
internal static class ExportTypes
{
    public const string Csv = "text/csv";
    public const string Ndjson = "application/x-ndjson";
}
