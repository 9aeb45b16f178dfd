using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.AuditLog;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>What else there is to know of a line, as JSON text.</summary>
internal sealed partial class AuditDetailsConverter() : ValueConverter<AuditDetails, string>(details => Write(details), text => Read(text))
{
    public static string Write(AuditDetails details) => JsonSerializer.Serialize(details, DetailsJson.Default.AuditDetails);

    private static AuditDetails Read(string text) => JsonSerializer.Deserialize(text, DetailsJson.Default.AuditDetails)!;

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(AuditDetails))]
    private sealed partial class DetailsJson : JsonSerializerContext;
}
