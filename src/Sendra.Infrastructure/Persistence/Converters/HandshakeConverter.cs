using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.EventSources.Handshakes;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>A handshake as the JSON text of its options.</summary>
internal sealed partial class HandshakeConverter() : ValueConverter<Handshake, string>(handshake => Write(handshake), text => Read(text))
{
    public static readonly ValueComparer<Handshake> Comparer = new(
        (left, right) => ReferenceEquals(left, right) || (left != null && right != null && Write(left) == Write(right)),
        handshake => Write(handshake).GetHashCode(StringComparison.Ordinal),
        handshake => handshake);

    private static string Write(Handshake handshake) => JsonSerializer.Serialize(handshake.Options, HandshakeJson.Default.HandshakeOptions);

    private static Handshake Read(string text) => Handshake.Create(JsonSerializer.Deserialize(text, HandshakeJson.Default.HandshakeOptions)!);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(HandshakeOptions))]
    private sealed partial class HandshakeJson : JsonSerializerContext;
}
