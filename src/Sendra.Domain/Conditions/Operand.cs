using System.Text.Json;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>What a rule compares its field with: a value, another field, a duration, or nothing.</summary>
internal sealed record Operand
{
    /// <summary>How many items a list may have.</summary>
    public const int MaxListItems = 1_000;

    /// <summary>The maximum length of a text, in characters.</summary>
    public const int MaxTextLength = 2_000;

    /// <summary>The maximum length of a number, in characters.</summary>
    public const int MaxNumberLength = 400;

    private const int MaxListed = 3;

    private Operand()
    {
    }

    internal static Operand None { get; } = new();

    internal FieldPath? Field { get; private init; }

    internal IsoDuration? Duration { get; private init; }

    private JsonElement Value { get; init; }

    internal static Operand Of(JsonElement value) => new() { Value = value.Clone() };

    internal static Operand Of(FieldPath field) => new() { Field = field };

    internal static Operand Of(IsoDuration duration) => new() { Duration = duration };

    internal FieldValue Read(ConditionContext context) => Field is { } field ? context.Read(field) : new FieldValue(Value);

    /// <summary>As it stands in a sentence after the operator; empty when there is nothing.</summary>
    public override string ToString() => this switch
    {
        { Field: { } field } => field.Text,
        { Duration: { } duration } => duration.Text,
        { Value.ValueKind: JsonValueKind.Undefined } => "",
        { Value.ValueKind: JsonValueKind.Array } => Listed(),
        _ => Excerpt.Value(Value),
    };

    private string Listed()
    {
        var named = string.Join(", ", Value.EnumerateArray().Take(MaxListed).Select(Excerpt.Value));
        return Value.GetArrayLength() > MaxListed ? $"[{named} and {Value.GetArrayLength() - MaxListed} more]" : $"[{named}]";
    }
}
