using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.WebApi.Json;

/// <summary>
/// The choices of the API by their names: those of C#, in camel case, where no attribute gives another one. Case does not
/// matter where they are read.
/// </summary>
internal static class ChoiceNames
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, object>> Choices = new();

    /// <summary>All choices of an enum, by name.</summary>
    public static FrozenDictionary<string, object> Of(Type type) => Choices.GetOrAdd(type, static type => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToFrozenDictionary(NameOf, field => field.GetValue(null)!, StringComparer.OrdinalIgnoreCase));

    /// <summary>All names of an enum, for a sentence.</summary>
    public static string ListOf(Type type) => string.Join(", ", type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(NameOf));

    /// <summary>The name of one.</summary>
    public static string NameOf<T>(T choice)
        where T : struct, Enum => NameOf(typeof(T).GetField(choice.ToString())!);

    private static string NameOf(FieldInfo field) =>
        field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name);
}
