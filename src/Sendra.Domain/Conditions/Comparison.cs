using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>
/// Two values to compare without any conversion (C1): each question answers null when the types don't fit it.
/// </summary>
internal readonly record struct Comparison(FieldValue Field, FieldValue Value, Operand Operand, bool IgnoresCase, ConditionContext Context)
{
    private StringComparison TextRule => IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    internal bool? AreEqual() => AreDates ? Ask(InstantOrder(), order => order == 0) : AreEqual(Field.Json, Value.Json);

    internal bool? Contains()
    {
        if (Field.Json.ValueKind != JsonValueKind.Array)
        {
            return Field.Text is { } text && Value.Text is { Length: <= Operand.MaxTextLength } part ? text.Contains(part, TextRule) : null;
        }

        foreach (var item in Field.Json.EnumerateArray())
        {
            if (AreEqual(item, Value.Json) == true)
            {
                return true;
            }
        }

        return IsScalar(Value.Json) ? false : null;
    }

    internal bool? StartsWith() => Field.Text is { } text && Value.Text is { } part ? text.StartsWith(part, TextRule) : null;

    internal bool? EndsWith() => Field.Text is { } text && Value.Text is { } part ? text.EndsWith(part, TextRule) : null;

    internal bool? IsListed()
    {
        if (Value.Json.ValueKind != JsonValueKind.Array || !IsScalar(Field.Json))
        {
            return null;
        }

        bool? answer = Value.Json.GetArrayLength() == 0 ? false : null;
        foreach (var item in Value.Json.EnumerateArray())
        {
            var isEqual = (this with { Value = new FieldValue(item, Value.IsDate) }).AreEqual();
            if (isEqual == true)
            {
                return true;
            }

            answer ??= isEqual;
        }

        return answer;
    }

    internal bool? IsOrdered(Predicate<int> question) => Ask(Order(), question);

    internal bool? IsBefore() => Ask(InstantOrder(), order => order < 0);

    internal bool? IsAfter() => Ask(InstantOrder(), order => order > 0);

    internal bool? IsWithinLast() =>
        Field.InstantIn(Context.Zone) is { } instant && Operand.Duration is { } duration
            ? instant <= Context.Now && instant >= duration.SubtractFrom(Context.Now, Context.Zone)
            : null;

    internal bool? IsTrue() => Field.Json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private bool AreDates => Field.IsDate || Value.IsDate;

    private static bool? Ask(int? order, Predicate<int> question) => order is { } known ? question(known) : null;

    private int? Order() =>
        AreDates ? InstantOrder()
        : Field.Text is { } left && Value.Text is { } right ? string.Compare(left, right, TextRule)
        : JsonNumber.Compare(Field.Json, Value.Json);

    private int? InstantOrder() =>
        Field.InstantIn(Context.Zone) is { } left && Value.InstantIn(Context.Zone) is { } right ? left.CompareTo(right) : null;

    private bool? AreEqual(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => left.TextOrNull() is { } one && right.TextOrNull() is { } other ? one.Equals(other, TextRule) : null,
        (JsonValueKind.Number, JsonValueKind.Number) => Ask(JsonNumber.Compare(left, right), order => order == 0),
        (JsonValueKind.True or JsonValueKind.False, JsonValueKind.True or JsonValueKind.False) => left.ValueKind == right.ValueKind,
        _ => null,
    };

    private static bool IsScalar(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
}
