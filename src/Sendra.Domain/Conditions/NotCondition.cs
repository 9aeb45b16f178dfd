namespace Sendra.Domain.Conditions;

/// <summary>Holds when its part does not, be it only because a field is missing.</summary>
internal sealed record NotCondition(Condition Part) : Condition
{
    public override IEnumerable<FieldPath> Fields => Part.Fields;

    public override IEnumerable<NeededHistory> History => Part.History;

    public override Verdict Evaluate(ConditionContext context)
    {
        var verdict = Part.Evaluate(context);
        return new Verdict(!verdict.Holds, () => $"not: {verdict.Reason}");
    }

    public override string ToString() => $"not {Part}";
}
