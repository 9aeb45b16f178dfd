using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.Contacts;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>An event's warnings as a JSON array; null when there is none, as of nearly every event.</summary>
internal sealed partial class WarningsConverter() : ValueConverter<IReadOnlyList<ContactWarning>, string?>(
    warnings => Write(warnings), text => Read(text))
{
    public static readonly ValueComparer<IReadOnlyList<ContactWarning>> Comparer = new(
        (left, right) => left!.SequenceEqual(right!),
        warnings => warnings.Count,
        warnings => warnings);

    public static string? Write(IReadOnlyList<ContactWarning> warnings) =>
        warnings.Count == 0 ? null : JsonSerializer.Serialize([.. warnings], WarningsJson.Default.ContactWarningArray);

    public static IReadOnlyList<ContactWarning> Read(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize(text, WarningsJson.Default.ContactWarningArray)!;

    [JsonSerializable(typeof(ContactWarning[]))]
    private sealed partial class WarningsJson : JsonSerializerContext;
}
