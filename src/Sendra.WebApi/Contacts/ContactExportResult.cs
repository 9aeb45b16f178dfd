using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.ExportContacts;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Exports;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Contacts;

/// <summary>Streams contacts into the answer.</summary>
internal sealed class ContactExportResult(ExportedContacts contacts, ExportFormat format) : ExportResult<ContactResult>(contacts.Pages, format, "contacts")
{
    protected override IEnumerable<string> Columns =>
        ["id", "email", "externalId", "firstName", "lastName", "name", .. contacts.CustomFields, "createdAt", "lastEventAt", "suppressed"];

    protected override void Write(CsvWriter csv, ContactResult contact)
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
