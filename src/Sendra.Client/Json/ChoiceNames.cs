using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Sendra.Client.Json;

/// <summary>The API's names of an enum's values.</summary>
internal static class ChoiceNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names = Enum.GetValues<T>().Where(value => !value.Equals(default(T))).ToDictionary(value => value, NameOf);
    private static readonly Dictionary<string, T> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">It is none that can be sent.</exception>
    public static string Of(T value) => Names.TryGetValue(value, out var name) ? name : throw new ArgumentException($"{typeof(T).Name}.{value} can't be sent.", nameof(value));

    public static T Read(string name) => Values.GetValueOrDefault(name);

    private static string NameOf(T value)
    {
        var member = value.ToString();
        return typeof(T).GetField(member)!.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? JsonNamingPolicy.CamelCase.ConvertName(member);
    }
}
