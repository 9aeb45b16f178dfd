using System.ComponentModel;
using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Spectre.Console.Cli;

namespace Sendra.Cli.Importing;

/// <summary>Options of both imports.</summary>
internal class ImportSettings : ConnectionSettings
{
    [CommandArgument(0, "<FILE>")]
    [Description("The file; - for standard input.")]
    public required string File { get; init; }

    [CommandOption("-f|--format <FORMAT>")]
    [Description("csv or ndjson. Default: by the file's name.")]
    public string? Format { get; init; }

    [CommandOption("--encoding <NAME>")]
    [Description("How the file is written, such as windows-1252. Default: UTF-8, or UTF-16 with its mark.")]
    public string? Encoding { get; init; }

    [CommandOption("-m|--map <COLUMN=FIELD>")]
    [Description("Which column, or key of NDJSON, becomes which field. Repeat it for several.")]
    public string[]? Map { get; init; }

    [CommandOption("--rejects <FILE>")]
    [Description("Where refused lines go. Default: FILE.rejects.csv.")]
    public string? Rejects { get; init; }

    [CommandOption("--restart")]
    [Description("Forgets how far an import of this file was, and begins anew.")]
    public bool Restart { get; init; }

    /// <summary>Whether the file is CSV, otherwise NDJSON.</summary>
    public bool IsCsv => (Format ?? Path.GetExtension(File).TrimStart('.').ToLowerInvariant()) switch
    {
        "csv" or "tsv" or "txt" => true,
        "ndjson" or "jsonl" or "json" => false,
        _ => throw new UsageException("Is it CSV or NDJSON? Add --format csv or --format ndjson."),
    };

    public string RejectsPath => Rejects ?? (File == Dash.Name ? "sendra-import.rejects.csv" : $"{File}.rejects.csv");

    /// <summary>Column by column, what was asked for.</summary>
    public IReadOnlyDictionary<string, string> Mapping()
    {
        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Map ?? [])
        {
            // A column's name may hold the sign, a field's can't.
            var at = pair.LastIndexOf('=');
            if (at < 1 || at == pair.Length - 1)
            {
                throw new UsageException($"“{pair}” maps nothing. Write --map \"COLUMN=FIELD\".");
            }

            mapping[pair[..at]] = pair[(at + 1)..];
        }

        return mapping;
    }
}
