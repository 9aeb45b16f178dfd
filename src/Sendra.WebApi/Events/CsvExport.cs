using System.Globalization;
using System.Text;
using CsvHelper;
using Sendra.Application.Events;
using Sendra.WebApi.Http;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Events;

/// <summary>Writes events as CSV (RFC 4180, UTF-8), where no cell is a formula to a spreadsheet.</summary>
internal static class CsvExport
{
    private static readonly string[] Columns =
    [
        "id", "eventName", "email", "contactId", "receivedAt", "occurredAt", "origin", "sourceId", "sourceName", "deliveryId", "declared", "enrolled", "exited", "properties", "history", "woken", "automationId", "automationName", "enrollmentId", "client",
    ];

    public static async Task WriteAsync(IAsyncEnumerable<IReadOnlyList<LoggedEvent>> pages, Stream body, CancellationToken cancellationToken)
    {
        // Before anything that writes when it is disposed of: trouble with the first page is an answer of its own.
        await using var all = pages.GetAsyncEnumerator(cancellationToken);
        if (!await all.MoveNextAsync())
        {
            return;
        }

        await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var csv = new CsvWriter(text, CsvFormat.Rfc4180, leaveOpen: true);
        Array.ForEach(Columns, csv.WriteField);
        await csv.NextRecordAsync();
        do
        {
            foreach (var logged in all.Current)
            {
                Write(csv, logged);
                await csv.NextRecordAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }

            await csv.FlushAsync();
            await text.FlushAsync(cancellationToken);
        }
        while (await all.MoveNextAsync());
    }

    private static void Write(CsvWriter csv, LoggedEvent logged)
    {
        csv.WriteField(logged.Id.ToString());
        csv.WriteField(logged.EventName);
        csv.WriteField(logged.Email);
        csv.WriteField(logged.ContactId.ToString());
        csv.WriteField(UtcTimeConverter.Write(logged.ReceivedAt));
        csv.WriteField(logged.OccurredAt is { } time ? UtcTimeConverter.Write(time) : "");
        csv.WriteField(logged.Origin.ToType() switch
        {
            EventOriginType.Api => "api",
            EventOriginType.Webhook => "webhook",
            EventOriginType.Automation => "automation",
        });
        csv.WriteField(logged.Origin.SourceId?.ToString());
        csv.WriteField(logged.SourceName);
        csv.WriteField(logged.Origin.DeliveryId?.ToString());
        csv.WriteField(logged.Declared ? "true" : "false");
        csv.WriteField(logged.Enrolled.ToString(CultureInfo.InvariantCulture));
        csv.WriteField(logged.Exited.ToString(CultureInfo.InvariantCulture));
        csv.WriteField(logged.Properties?.Text);
        csv.WriteField(logged.History ? "true" : "false");
        csv.WriteField(logged.Woken.ToString(CultureInfo.InvariantCulture));
        csv.WriteField(logged.Origin.AutomationId?.ToString());
        csv.WriteField(logged.AutomationName);
        csv.WriteField(logged.Origin.EnrollmentId?.ToString());
        csv.WriteField(logged.Origin.Client is { } client ? ChoiceNames.NameOf(client) : null);
    }
}
