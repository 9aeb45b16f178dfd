using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Events;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Exports;

namespace Sendra.WebApi.Events;

/// <summary>
/// Streams events into the answer, page by page: memory holds one page, and a client that reads slowly slows the
/// reading of the database. Trouble before the first page is an error answer like any other; later it breaks the
/// connection off, so that a part is never taken for the whole.
/// </summary>
internal sealed class EventExportResult(IAsyncEnumerable<IReadOnlyList<LoggedEvent>> pages, ExportFormat format) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var (response, aborted) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        var (type, ending) = format == ExportFormat.Csv ? (ExportTypes.Csv, "csv") : (ExportTypes.Ndjson, "ndjson");
        response.ContentType = $"{type}; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"events.{ending}\"";
        response.Headers.CacheControl = "no-store";
        return format == ExportFormat.Csv
            ? CsvExport.WriteAsync(pages, response.Body, aborted)
            : NdjsonExport.WriteAsync(pages, response.BodyWriter, aborted);
    }
}
