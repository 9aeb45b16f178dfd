using System.Buffers;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Sendra.Application.Common;
using Sendra.Application.Contacts.GetContactImport;
using Sendra.Application.Contacts.ImportContacts;
using Sendra.Application.Contacts.ListContactImports;
using Sendra.Application.Contacts.ListImportProblems;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contacts;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Contacts;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Exports;
using Sendra.WebApi.Http;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Controllers;

/// <summary>Files of contacts.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/contacts/import")]
[Tags("Contacts")]
public sealed class ContactImportsController(IMediator mediator) : ControllerBase
{
    private static readonly string[] NdjsonTypes = [ExportTypes.Ndjson, "application/ndjson", "application/jsonl"];

    /// <summary>Imports contacts from CSV or NDJSON.</summary>
    /// <remarks>
    /// The body is the file, up to 100 MiB and 1,000,000 lines, in UTF-8: `text/csv` with a header line, or `application/x-ndjson`. A small file
    /// can also be sent in a JSON body. Once the call has answered, the contacts are saved in the background, also after a restart. Each line is
    /// saved as POST /api/contacts would save it; empty cells change nothing. Lines that are wrong don't stop the others. A workspace runs one
    /// import at a time.
    /// </remarks>
    /// <param name="mapping">
    /// Which column becomes which property, as a JSON object: `{"E-mail": "email", "Plan": "plan"}`. Properties are email, externalId, firstName,
    /// lastName, name and custom fields. Other columns are ignored. Left out: columns are taken by their names, however they are written.
    /// </param>
    /// <param name="fileName">The file's name, to be shown.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="202">The file has arrived.</response>
    /// <response code="409">`importRunning`: another import isn't finished.</response>
    /// <response code="415">`unsupportedMediaType`: the body is neither text/csv, application/x-ndjson nor application/json, or it has a Content-Encoding.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [RequestSizeLimit(ImportContactsCommand.MaxBytes)]
    [ProducesResponseType<ContactImportStarted>(StatusCodes.Status202Accepted)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<ContactImportStarted>> Import(string? mapping, string? fileName, CancellationToken cancellationToken)
    {
        if (await ReadAsync(mapping, fileName) is not { } command)
        {
            await HttpContext.WriteProblemAsync(
                StatusCodes.Status415UnsupportedMediaType, "unsupportedMediaType", "The body must be text/csv, application/x-ndjson or application/json in UTF-8, without a Content-Encoding.");
            return new EmptyResult();
        }

        return Accepted(new ContactImportStarted(await mediator.Send(command, cancellationToken)));
    }

    /// <summary>Lists imports, newest first. They are kept for 14 days.</summary>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<ContactImportResult>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListContactImportsQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Shows how far an import is, and the first 100 lines that were refused or saved without a value.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The import.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public Task<ContactImportResult> Get(ContactImportId id, CancellationToken cancellationToken) =>
        mediator.Send(new GetContactImportQuery(id), cancellationToken);

    /// <summary>Downloads every line that was refused, or saved without a value, with its problem, as CSV.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">Columns: line, outcome (refused or saved), problem, and the text of refused lines.</response>
    [HttpGet("{id:guid}/errors")]
    [Needs(Need.Read)]
    [EndsWithCaller]
    [ProducesResponseType<string>(StatusCodes.Status200OK, ExportTypes.Csv)]
    public async Task<IActionResult> Errors(ContactImportId id, CancellationToken cancellationToken) =>
        new ImportProblemsResult(await mediator.Send(new ListImportProblemsQuery(id), cancellationToken), id);

    private async Task<ImportContactsCommand?> ReadAsync(string? mapping, string? fileName)
    {
        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var type)
            || (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            || Request.Headers.ContentEncoding.Any(coding => !string.IsNullOrEmpty(coding) && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var columns = mapping is null ? null : Read<Dictionary<string, string?>>(Encoding.UTF8.GetBytes(mapping), "mapping");
        if (type.MediaType.Equals(ExportTypes.Csv, StringComparison.OrdinalIgnoreCase))
        {
            return new ImportContactsCommand(Request.Body, ImportFormat.Csv, fileName, Whole(columns));
        }

        if (NdjsonTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return new ImportContactsCommand(Request.Body, ImportFormat.Ndjson, fileName, Whole(columns));
        }

        if (!type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var request = await HttpContext.ReadBodyAsync(
            HttpServer.MaxBodyBytes, body => (ContactImportRequest)JsonBody.Read(body.ToArray(), typeof(ContactImportRequest)));
        var (format, text) = request switch
        {
            { Csv: { } csv, Ndjson: null } => (ImportFormat.Csv, csv),
            { Csv: null, Ndjson: { } ndjson } => (ImportFormat.Ndjson, ndjson),
            { Csv: null } => throw JsonBody.Wrong("csv", "is required, or ndjson instead"),
            _ => throw JsonBody.Wrong("ndjson", "can't be sent together with csv"),
        };
        return new ImportContactsCommand(new MemoryStream(Encoding.UTF8.GetBytes(text)), format, request.FileName ?? fileName, Whole(request.Mapping ?? columns));
    }

    private static T Read<T>(byte[] json, string field)
    {
        try
        {
            return (T)JsonBody.Read(json, typeof(T));
        }
        catch (FluentValidation.ValidationException)
        {
            throw JsonBody.Wrong(field, "must be a JSON object of texts");
        }
    }

    // A column without a property is left out.
    private static Dictionary<string, string>? Whole(IReadOnlyDictionary<string, string?>? mapping) =>
        mapping?.Where(column => column.Value is not null).ToDictionary(column => column.Key, column => column.Value!, StringComparer.Ordinal);
}
