using System.Globalization;
using CsvHelper;
using Sendra.Application.Events;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Exports;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Events;

/// <summary>Streams events into the answer.</summary>
internal sealed class EventExportResult(IAsyncEnumerable<IReadOnlyList<LoggedEvent>> pages, ExportFormat format)
    : ExportResult<LoggedEvent>(pages, format, "events")
{
    protected override IEnumerable<string> Columns =>
    [
        "id", "eventName", "email", "contactId", "receivedAt", "occurredAt", "origin", "sourceId", "sourceName", "deliveryId",
        "declared", "enrolled", "exited", "properties", "history", "woken", "automationId", "automationName", "enrollmentId",
        "client",
    ];

    protected override ReadOnlyMemory<byte> Write(JsonLine line, LoggedEvent item) => line.Write(item.ToResponse());

    protected override void Write(CsvWriter csv, LoggedEvent item)
    {
        csv.WriteField(item.Id.ToString());
        csv.WriteField(item.EventName);
        csv.WriteField(item.Email);
        csv.WriteField(item.ContactId.ToString());
        csv.WriteField(UtcTimeConverter.Write(item.ReceivedAt));
        csv.WriteField(item.OccurredAt is { } time ? UtcTimeConverter.Write(time) : "");
        csv.WriteField(item.Origin.ToType() switch
        {
            EventOriginType.Api => "api",
            EventOriginType.Webhook => "webhook",
            EventOriginType.Automation => "automation",
        });
        csv.WriteField(item.Origin.SourceId?.ToString());
        csv.WriteField(item.SourceName);
        csv.WriteField(item.Origin.DeliveryId?.ToString());
        csv.WriteField(item.Declared ? "true" : "false");
        csv.WriteField(item.Enrolled.ToString(CultureInfo.InvariantCulture));
        csv.WriteField(item.Exited.ToString(CultureInfo.InvariantCulture));
        csv.WriteField(item.Properties?.Text);
        csv.WriteField(item.History ? "true" : "false");
        csv.WriteField(item.Woken.ToString(CultureInfo.InvariantCulture));
        csv.WriteField(item.Origin.AutomationId?.ToString());
        csv.WriteField(item.AutomationName);
        csv.WriteField(item.Origin.EnrollmentId?.ToString());
        csv.WriteField(item.Origin.Client is { } client ? ChoiceNames.NameOf(client) : null);
    }
}
