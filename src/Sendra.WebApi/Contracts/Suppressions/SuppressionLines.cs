using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Sendra.Application.Suppressions.ImportSuppressions;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Contracts.Suppressions;

/// <summary>Reads the entries of an import, whichever way they come.</summary>
internal static class SuppressionLines
{
    private const string Email = "email";
    private const string Scope = "scope";

    private static readonly string[] Delimiters = [",", ";", "\t"];

    /// <exception cref="FluentValidation.ValidationException">It has neither a list nor a CSV, or both.</exception>
    public static IReadOnlyList<ImportedLine> Of(SuppressionImportRequest request) => request switch
    {
        { Items: { } items, Csv: null } => [.. items.Select((item, i) => new ImportedLine(i + 1, item?.Email, item?.Scope))],
        { Items: null, Csv: { } csv } => Read(csv),
        { Items: null } => throw JsonBody.Wrong("items", "is required, or csv instead"),
        _ => throw JsonBody.Wrong("csv", "can't be sent together with items"),
    };

    // One more than an import may have, so that who sends too much is told.
    private static List<ImportedLine> Read(string csv)
    {
        using var parser = new CsvParser(new StringReader(csv.TrimStart('\uFEFF')), Configuration(csv));
        var lines = new List<ImportedLine>();
        var (email, scope) = (0, 1);
        var isFirst = true;
        while (lines.Count <= ImportSuppressionsCommand.MaxLines && parser.Read())
        {
            var cells = parser.Record ?? [];
            var heading = isFirst ? Array.FindIndex(cells, cell => IsNamed(cell, Email)) : -1;
            isFirst = false;
            if (heading >= 0)
            {
                (email, scope) = (heading, Array.FindIndex(cells, cell => IsNamed(cell, Scope)));
            }
            else
            {
                lines.Add(new ImportedLine(parser.RawRow, cells.ElementAtOrDefault(email), cells.ElementAtOrDefault(scope)));
            }
        }

        return lines;
    }

    private static bool IsNamed(string cell, string name) => cell.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);

    // The separator is the first that the first line has. Bad quotes make a bad address, which is said with its line.
    private static CsvConfiguration Configuration(string csv)
    {
        var first = csv.AsSpan(0, csv.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : csv.Length).ToString();
        return new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Array.Find(Delimiters, delimiter => first.Contains(delimiter, StringComparison.Ordinal)) ?? Delimiters[0],
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
        };
    }
}
