using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Json;

/// <summary>ISO 8601 times: written in UTC with a Z; read with any offset, and as UTC when none is given.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>The end of a sentence that begins with the field's name.</summary>
    public const string Expected = "must be ISO 8601 text, like 2026-01-31T12:00:00Z";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Iso8601.TryParse(TextConverter.ReadText(ref reader, Expected), out var time) ? time : throw new UnfitJsonException(Expected);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond)));

    /// <summary>A time as the API writes it.</summary>
    public static string Write(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
