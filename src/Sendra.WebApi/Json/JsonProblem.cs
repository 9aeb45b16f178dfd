using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Json;

/// <summary>
/// Puts the serializer's complaints into words for the sender: the JSON field, and what it must be. The serializer's
/// own words name .NET types.
/// </summary>
internal static partial class JsonProblem
{
    private const int MaxFieldLength = 200;

    /// <summary>The field, and the end of a sentence that begins with it.</summary>
    /// <param name="exception">What the serializer said.</param>
    /// <param name="contract">What it was to read.</param>
    public static (string Field, string Problem) Describe(JsonException exception, JsonTypeInfo contract)
    {
        // Only the reader's complaints carry another JsonException: the text is no JSON at all.
        if (exception.InnerException is JsonException)
        {
            return (JsonBody.WholeBody, $"must be JSON; it is broken in line {exception.LineNumber + 1} at byte {exception.BytePositionInLine + 1}");
        }

        var (field, type) = Locate(exception.Path ?? "$", contract);
        return (field, exception switch
        {
            UnfitJsonException unfit => unfit.Problem,
            _ when exception.Message.StartsWith("Duplicate property", StringComparison.Ordinal) => "must not appear twice",
            _ when type is null => "isn't a field of this call",
            _ => Expected(type),
        });
    }

    // A JSON path like $.events[3].email or $['odd name'], and the contract's type there: null where it has none.
    private static (string Field, JsonTypeInfo? Type) Locate(string path, JsonTypeInfo contract)
    {
        var field = "";
        JsonTypeInfo? type = contract;
        foreach (Match step in Step().Matches(path))
        {
            if (step.Groups["index"].Success)
            {
                field += $"[{step.Groups["index"].Value}]";
                type = type?.ElementType is { } element ? type.Options.GetTypeInfo(element) : null;
            }
            else
            {
                var name = step.Groups["name"].Value;
                field += field.Length == 0 ? name : $".{name}";
                type = type is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } value } ? type.Options.GetTypeInfo(value)
                    : type?.Properties.FirstOrDefault(property => property.Name == name) is { } property ? property.Options.GetTypeInfo(property.PropertyType)
                    : null;
            }
        }

        return (field.Length == 0 ? JsonBody.WholeBody : field[..Math.Min(field.Length, MaxFieldLength)], type);
    }

    private static string Expected(JsonTypeInfo contract)
    {
        var type = Nullable.GetUnderlyingType(contract.Type) ?? contract.Type;
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => $"must be one of {ChoiceNames.ListOf(type)}",
            TypeCode.Boolean => "must be true or false",
            TypeCode.Int32 or TypeCode.Int64 => "must be a whole number",
            TypeCode.Decimal or TypeCode.Double => "must be a number",
            _ when type.IsAssignableTo(typeof(IId)) => "must be an id",
            _ when type == typeof(RawJson) => "must be valid Unicode: half of a surrogate pair stands alone",
            _ when contract.Kind == JsonTypeInfoKind.Enumerable => "must be a list",
            _ => "must be a JSON object of valid Unicode",
        };
    }

    [GeneratedRegex(@"\[(?<index>\d+)\]|\['(?<name>.*?)'\]|\.(?<name>[^.\[]+)", RegexOptions.Singleline)]
    private static partial Regex Step();
}
