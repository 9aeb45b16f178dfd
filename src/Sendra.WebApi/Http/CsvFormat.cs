using System.Globalization;
using CsvHelper.Configuration;

namespace Sendra.WebApi.Http;

/// <summary>How CSV is written.</summary>
internal static class CsvFormat
{
    /// <summary>RFC 4180, where no cell is a formula to a spreadsheet.</summary>
    public static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',

        // Spreadsheets of Asian editions take the wide ones, too.
        InjectionCharacters = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'],
    };
}
