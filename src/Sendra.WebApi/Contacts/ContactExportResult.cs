using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.ExportContacts;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Events;
using Sendra.WebApi.Http;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Contacts;

/// <summary>
/// Streams contacts into the answer, page by page: memory holds one page. Trouble before the first page is an error answer like any other; later
/// it breaks the connection off, so that a part is never taken for the whole.
/// </summary>
internal sealed class ContactExportResult(ExportedContacts contacts, ExportFormat format) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, aborted) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        var (type, ending) = format == ExportFormat.Csv ? (EventExportResult.Csv, "csv") : (EventExportResult.Ndjson, "ndjson");
        response.ContentType = $"{type}; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"contacts.{ending}\"";
        response.Headers.CacheControl = "no-store";

        // Before anything that writes when it is disposed of: trouble with the first page is an answer of its own.
        await using var pages = contacts.Pages.GetAsyncEnumerator(aborted);
        if (!await pages.MoveNextAsync())
        {
            return;
        }

        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var csv = new CsvWriter(text, CsvFormat.Rfc4180, leaveOpen: true);
        if (format == ExportFormat.Csv)
        {
            WriteHeader(csv);
            await csv.NextRecordAsync();
        }

        do
        {
            foreach (var contact in pages.Current)
            {
                if (format == ExportFormat.Csv)
                {
                    Write(csv, contact);
                    await csv.NextRecordAsync();
                }
                else
                {
                    await text.WriteAsync(JsonSerializer.Serialize(contact, ApiJson.Options).ReplaceLineEndings(" "));
                    await text.WriteAsync('\n');
                }
            }

            await csv.FlushAsync();
            await text.FlushAsync(aborted);
        }
        while (await pages.MoveNextAsync());
    }

    private void WriteHeader(CsvWriter csv)
    {
        foreach (var column in (IEnumerable<string>)["id", "email", "externalId", "firstName", "lastName", "name", .. contacts.CustomFields, "createdAt", "lastEventAt", "suppressed"])
        {
            csv.WriteField(column);
        }
    }

    private void Write(CsvWriter csv, ContactResult contact)
    {
        csv.WriteField(contact.Id.ToString());
        csv.WriteField(contact.Email);
        csv.WriteField(contact.ExternalId);
        csv.WriteField(contact.FirstName);
        csv.WriteField(contact.LastName);
        csv.WriteField(contact.Name);
        var values = JsonElement.Parse(contact.CustomFields.Text);
        foreach (var field in contacts.CustomFields)
        {
            csv.WriteField(!values.TryGetProperty(field, out var value) ? ""
                : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText());
        }

        csv.WriteField(UtcTimeConverter.Write(contact.CreatedAt));
        csv.WriteField(contact.LastEventAt is { } time ? UtcTimeConverter.Write(time) : "");
        csv.WriteField(contact.Suppression?.Scope.ToString().ToLower(CultureInfo.InvariantCulture));
    }
}
