using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>A short list of names as a JSON array in one column.</summary>
internal sealed class StringArrayConverter() : ValueConverter<string[], string>(
    names => JsonSerializer.Serialize(names, JsonSerializerOptions.Default),
    text => JsonSerializer.Deserialize<string[]>(text, JsonSerializerOptions.Default)!)
{
    public static readonly ValueComparer<string[]> Comparer = new(
        (left, right) => left!.SequenceEqual(right!),
        names => names.Length,
        names => names);
}
