namespace Sendra.Domain.Conditions;

/// <summary>A field, an operator and what it is compared with.</summary>
internal sealed record FieldRule(FieldPath Field, Operator Operator, Operand Operand, bool IgnoresCase) : Condition
{
    public override IEnumerable<FieldPath> Fields => Operand.Field is { } other ? [Field, other] : [Field];

    public override Verdict Evaluate(ConditionContext context)
    {
        var field = context.Read(Field);
        var value = Operand.Read(context);
        if (!field.Exists && !Operator.TakesMissing)
        {
            return No(() => $"{Field} is {field}");
        }

        if (Operand.Field is { } other && !value.Exists)
        {
            return No(() => $"{other} is {value}");
        }

        var answer = Operator.Judge(new Comparison(field, value, Operand, IgnoresCase, context));
        return answer is null ? No(() => $"{Stands(field, value)}, which is of another type")
            : answer == Operator.IsNegated ? No(() => Stands(field, value))
            : new Verdict(true, () => $"{this} holds{(Operator.Takes == OperandKind.None ? "" : $": {Stands(field, value)}")}");
    }

    public override string ToString() =>
        $"{Field} {Operator.Words}{(Operand.ToString() is { Length: > 0 } operand ? $" {operand}" : "")}{(IgnoresCase ? " in any case" : "")}";

    private Verdict No(Func<string> why) => new(false, () => $"{this} does not hold: {why()}");

    private string Stands(FieldValue field, FieldValue value) =>
        Operand.Field is null ? $"it is {field}" : $"they are {field} and {value}";
}
