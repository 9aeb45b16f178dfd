using System.Text.Json;
using CsvHelper;
using Sendra.Application.AuditLog;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Exports;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.AuditLog;

/// <summary>Streams the audit log into the answer.</summary>
internal sealed class AuditExportResult(IAsyncEnumerable<IReadOnlyList<AuditLineResult>> pages, ExportFormat format)
    : ExportResult<AuditLineResult>(pages, format, "audit-log")
{
    protected override IEnumerable<string> Columns =>
        ["id", "at", "actorType", "actorId", "actorName", "action", "targetType", "targetId", "targetName", "details", "address", "userAgent"];

    protected override void Write(CsvWriter csv, AuditLineResult item)
    {
        csv.WriteField(item.Id.ToString());
        csv.WriteField(UtcTimeConverter.Write(item.At));
        csv.WriteField(ChoiceNames.NameOf(item.Actor.Type));
        csv.WriteField(item.Actor.Id?.ToString());
        csv.WriteField(item.Actor.Name);
        csv.WriteField(ChoiceNames.NameOf(item.Action));
        csv.WriteField(ChoiceNames.NameOf(item.Target.Type));
        csv.WriteField(item.Target.Id);
        csv.WriteField(item.Target.Name);
        csv.WriteField(item.Details is { } details ? JsonSerializer.Serialize(details, ApiJson.Options) : "");
        csv.WriteField(item.Address);
        csv.WriteField(item.UserAgent);
    }
}
