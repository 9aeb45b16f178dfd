namespace Sendra.Domain.Conditions;

/// <summary>Holds when each of its parts does; the first that does not is the reason.</summary>
internal sealed record AllCondition(IReadOnlyList<Condition> Parts) : Condition
{
    public override IEnumerable<FieldPath> Fields => Parts.SelectMany(part => part.Fields);

    public override IEnumerable<NeededHistory> History => Parts.SelectMany(part => part.History);

    public override Verdict Evaluate(ConditionContext context)
    {
        var verdicts = new List<Verdict>(Parts.Count);
        foreach (var part in Parts)
        {
            var verdict = part.Evaluate(context);
            if (!verdict.Holds)
            {
                return verdict;
            }

            verdicts.Add(verdict);
        }

        return new Verdict(true, () => Words.Join(verdicts));
    }

    public override string ToString() => $"({string.Join(" and ", Parts)})";
}
