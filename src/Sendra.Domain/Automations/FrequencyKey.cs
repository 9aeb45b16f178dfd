using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Enrollments;

namespace Sendra.Domain.Automations;

/// <summary>Where the key of <see cref="Frequency.OncePerKey"/> stands in an event: <c>event.cartId</c>.</summary>
public sealed record FrequencyKey
{
    public const int MaxLength = DotPath.MaxLength + 6;

    private readonly FieldPath _field;

    private FrequencyKey(FieldPath field) => _field = field;

    public string Text => _field.Text;

    /// <summary>Reads a path; on failure <paramref name="problem"/> says in a sentence what is wrong.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FrequencyKey? key, [NotNullWhen(false)] out string? problem)
    {
        key = null;
        if (!FieldPath.TryParse(text, out var field, out problem))
        {
            return false;
        }

        if (field.Root != FieldRoot.Event)
        {
            problem = $"{Excerpt.Text(field.Text)} is not in the event. Write event.… with a path into its properties, for example event.cartId.";
            return false;
        }

        key = new FrequencyKey(field);
        return true;
    }

    /// <summary>A path that is known to be valid, from the database.</summary>
    /// <exception cref="FormatException">Something is wrong with it after all.</exception>
    public static FrequencyKey Parse(string text) => TryParse(text, out var key, out var problem) ? key : throw new FormatException(problem);

    /// <summary>
    /// The key of an event with these properties: the path and the value there, hashed, so that it may be of any length. Null
    /// when it is missing, null, a list, an object or not valid Unicode.
    /// </summary>
    /// <remarks>Numbers that are equal are one key (<c>1</c>, <c>1.0</c>, <c>10e-1</c>); text and numbers never are (<c>"1"</c>, <c>1</c>).</remarks>
    public KeyHash? HashIn(JsonElement properties)
    {
        var value = At(properties);
        var canonical = value.ValueKind switch
        {
            JsonValueKind.String => value.TextOrNull() is { } text ? $"s{text}" : null,
            JsonValueKind.Number => $"n{JsonNumber.Canonical(value) ?? Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value))}",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

        // No path has a control character in it, so that no two paths and values run together.
        return canonical is null ? null : KeyHash.Of($"{string.Join('\n', _field.Path.Segments)}\0{canonical}");
    }

    /// <summary>What stands there, short, and fit to stand in a sentence.</summary>
    public string Describe(JsonElement properties) => $"{Excerpt.Clean(Text)} is {Excerpt.Value(At(properties))}.";

    public override string ToString() => Text;

    private JsonElement At(JsonElement properties) => _field.Path.Follow(properties) ?? default;
}
