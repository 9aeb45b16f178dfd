using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.EventSources;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>A mapping as the JSON text of its definition.</summary>
internal sealed partial class PayloadMappingConverter() : ValueConverter<PayloadMapping, string>(
    mapping => Write(mapping), text => Read(text))
{
    public static readonly ValueComparer<PayloadMapping> Comparer = new(
        (left, right) => Write(left!) == Write(right!),
        mapping => Write(mapping).GetHashCode(StringComparison.Ordinal),
        mapping => mapping);

    private static string Write(PayloadMapping mapping) =>
        JsonSerializer.Serialize(mapping.ToDefinition(), MappingJson.Default.MappingDefinition);

    private static PayloadMapping Read(string text) =>
        PayloadMapping.Create(JsonSerializer.Deserialize(text, MappingJson.Default.MappingDefinition)!);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(MappingDefinition))]
    private sealed partial class MappingJson : JsonSerializerContext;
}
