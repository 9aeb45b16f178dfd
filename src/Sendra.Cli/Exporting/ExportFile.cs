using Sendra.Cli.Common;
using Sendra.Client.Common;

namespace Sendra.Cli.Exporting;

/// <summary>Writes an export to standard output or to a file, which appears only when it is whole.</summary>
internal static class ExportFile
{
    public static ExportFormat FormatOf(string? format, string? output) => (format ?? Path.GetExtension(output)?.TrimStart('.').ToLowerInvariant()) switch
    {
        "csv" => ExportFormat.Csv,
        "ndjson" or "jsonl" or "json" => ExportFormat.Ndjson,
        null or "" => ExportFormat.Ndjson,
        _ when format is null => ExportFormat.Ndjson,
        _ => throw new UsageException("--format is csv or ndjson."),
    };

    public static async Task WriteAsync(Stream export, string? output, CancellationToken cancellationToken)
    {
        if (output is null or Dash.Name)
        {
            await using var console = Console.OpenStandardOutput();
            await export.CopyToAsync(console, cancellationToken);
            return;
        }

        var part = $"{output}.part";
        await using (var file = File.Create(part))
        {
            await export.CopyToAsync(file, cancellationToken);
        }

        File.Move(part, output, overwrite: true);
        Terminal.Say($"Saved in {Spectre.Console.Markup.Escape(output)}.");
    }
}
