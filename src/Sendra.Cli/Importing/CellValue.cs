using System.Globalization;
using System.Text.Json;

namespace Sendra.Cli.Importing;

/// <summary>Reads the cells of CSV.</summary>
internal static class CellValue
{
    private static readonly string[] Times = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd"];

    /// <summary>A time as Sendra takes it. Without a zone it is UTC; what isn't known goes on as it stands, and Sendra says what is wrong.</summary>
    public static string TimeOf(string cell)
    {
        if (DateTimeOffset.TryParseExact(cell, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        }

        // Seconds or milliseconds since 1970, by their length.
        return cell.Length is 10 or 13 && long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            ? (cell.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(since) : DateTimeOffset.FromUnixTimeMilliseconds(since)).UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
            : cell;
    }

    /// <returns>Why it can't be written; null when it was.</returns>
    public static string? Write(Utf8JsonWriter json, string cell, EventColumn column)
    {
        switch (column.Type)
        {
            case CellType.Text:
                json.WriteStringValue(cell);
                return null;
            case CellType.Boolean when cell.ToUpperInvariant() is "TRUE" or "YES" or "1":
                json.WriteBooleanValue(true);
                return null;
            case CellType.Boolean when cell.ToUpperInvariant() is "FALSE" or "NO" or "0":
                json.WriteBooleanValue(false);
                return null;
            case CellType.Number or CellType.Json when Parses(cell, column.Type):
                json.WriteRawValue(cell, skipInputValidation: true);
                return null;
            default:
                return $"Column {column.Header} isn't {(column.Type == CellType.Json ? "JSON" : column.Type == CellType.Number ? "a number" : "true or false")}.";
        }
    }

    private static bool Parses(string cell, CellType type)
    {
        try
        {
            using var value = JsonDocument.Parse(cell, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return type == CellType.Json || value.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
