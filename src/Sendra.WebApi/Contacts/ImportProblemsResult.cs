using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Contacts.ImportContacts;
using Sendra.WebApi.Exports;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Contacts;

/// <summary>Streams what was wrong with the lines of an import, as a file.</summary>
internal sealed class ImportProblemsResult(IAsyncEnumerable<LineProblem> problems, ContactImportId id) : ActionResult
{
    private const int FlushEvery = 500;

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, aborted) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = $"{ExportTypes.Csv}; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"import-{id}-errors.csv\"";
        response.Headers.CacheControl = "no-store";
        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var csv = new CsvWriter(text, CsvFormat.Rfc4180, leaveOpen: true);
        foreach (var column in (string[])["line", "outcome", "problem", "text"])
        {
            csv.WriteField(column);
        }

        await csv.NextRecordAsync();
        var written = 0;
        await foreach (var problem in problems.WithCancellation(aborted))
        {
            csv.WriteField(problem.Line.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(problem.Refused ? "refused" : "saved");
            csv.WriteField(problem.Message);
            csv.WriteField(problem.Text);
            await csv.NextRecordAsync();
            if (++written % FlushEvery == 0)
            {
                await csv.FlushAsync();
                await text.FlushAsync(aborted);
            }
        }
    }
}
