using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Http;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Exports;

/// <summary>
/// Streams a list into the answer, page by page: memory holds one page, and a client that reads slowly slows the reading of the database.
/// Trouble before the first page is an error answer like any other; later it breaks the connection off, so that a part is never taken for the
/// whole.
/// </summary>
/// <param name="pages">The list.</param>
/// <param name="format">As what.</param>
/// <param name="name">The name of the file, without its ending.</param>
internal abstract class ExportResult<T>(IAsyncEnumerable<IReadOnlyList<T>> pages, ExportFormat format, string name) : ActionResult
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>The names of the columns of CSV.</summary>
    protected abstract IEnumerable<string> Columns { get; }

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (http, aborted) = (context.HttpContext, context.HttpContext.RequestAborted);
        var (type, ending) = format == ExportFormat.Csv ? (ExportTypes.Csv, "csv") : (ExportTypes.Ndjson, "ndjson");
        http.Response.ContentType = $"{type}; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{ending}\"";
        http.Response.Headers.CacheControl = "no-store";
        var work = http.RequestServices.GetRequiredService<LongWork>();
        var workspaceId = http.RequestServices.GetRequiredService<IWorkspaceContext>().WorkspaceId;

        using var piece = new MemoryStream();
        using var line = new JsonLine();
        await using var csv = new CsvWriter(new StreamWriter(piece, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), CsvFormat.Rfc4180);
        Action<T> write = format == ExportFormat.Csv ? WriteRecord : WriteLine;
        if (format == ExportFormat.Csv)
        {
            WriteColumns(csv);
        }

        await foreach (var page in pages.WithCancellation(aborted))
        {
            var next = 0;
            do
            {
                next = await work.RunAsync(workspaceId, () => WritePiece(page, next), aborted);
                await http.Response.Body.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), aborted);
                piece.SetLength(0);
            }
            while (next < page.Count);

            await http.Response.Body.FlushAsync(aborted);
        }

        // Returns where the next piece begins.
        int WritePiece(IReadOnlyList<T> page, int next)
        {
            while (next < page.Count && piece.Length < PieceBytes)
            {
                write(page[next++]);
            }

            csv.Flush();
            return next;
        }

        void WriteRecord(T item)
        {
            Write(csv, item);
            csv.NextRecord();
        }

        void WriteLine(T item)
        {
            piece.Write(Write(line, item).Span);
            piece.WriteByte((byte)'\n');
        }
    }

    /// <summary>Writes the fields of a record of CSV.</summary>
    protected abstract void Write(CsvWriter csv, T item);

    /// <summary>Writes a line of NDJSON.</summary>
    protected virtual ReadOnlyMemory<byte> Write(JsonLine line, T item) => line.Write(item);

    private void WriteColumns(CsvWriter csv)
    {
        foreach (var column in Columns)
        {
            csv.WriteField(column);
        }

        csv.NextRecord();
    }
}
