using System.Text;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Http;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Exports;

/// <summary>
/// Streams a list into the answer, page by page: memory holds one page. Trouble before the first page is an error answer like any other; later
/// it breaks the connection off, so that a part is never taken for the whole.
/// </summary>
/// <param name="pages">The list.</param>
/// <param name="format">As what.</param>
/// <param name="name">The name of the file, without its ending.</param>
internal abstract class ExportResult<T>(IAsyncEnumerable<IReadOnlyList<T>> pages, ExportFormat format, string name) : ActionResult
{
    /// <summary>The names of the columns of CSV.</summary>
    protected abstract IEnumerable<string> Columns { get; }

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, aborted) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        var (type, ending) = format == ExportFormat.Csv ? (ExportTypes.Csv, "csv") : (ExportTypes.Ndjson, "ndjson");
        response.ContentType = $"{type}; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{ending}\"";
        response.Headers.CacheControl = "no-store";

        // Before anything that writes when it is disposed of: trouble with the first page is an answer of its own.
        await using var all = pages.GetAsyncEnumerator(aborted);
        if (!await all.MoveNextAsync())
        {
            return;
        }

        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var csv = new CsvWriter(text, CsvFormat.Rfc4180, leaveOpen: true);
        if (format == ExportFormat.Csv)
        {
            foreach (var column in Columns)
            {
                csv.WriteField(column);
            }

            await csv.NextRecordAsync();
        }

        do
        {
            foreach (var item in all.Current)
            {
                if (format == ExportFormat.Csv)
                {
                    Write(csv, item);
                    await csv.NextRecordAsync();
                }
                else
                {
                    await text.WriteAsync(JsonSerializer.Serialize(item, ApiJson.Options).ReplaceLineEndings(" "));
                    await text.WriteAsync('\n');
                }
            }

            await csv.FlushAsync();
            await text.FlushAsync(aborted);
        }
        while (await all.MoveNextAsync());
    }

    /// <summary>Writes the fields of a record of CSV.</summary>
    protected abstract void Write(CsvWriter csv, T item);
}
