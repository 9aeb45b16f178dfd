using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.EventPatterns;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>A schema as JSON.</summary>
internal sealed class EventSchemaConverter() : ValueConverter<EventSchema, string>(schema => schema.Json, text => EventSchema.Parse(text))
{
    public static readonly ValueComparer<EventSchema> Comparer = new(
        (left, right) => left!.Json == right!.Json, schema => schema.Json.GetHashCode(), schema => schema);
}
