using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>
/// One language for triggers, exits, branches and waits: <c>{ all }</c>, <c>{ any }</c>, <c>{ not }</c> or a rule
/// <c>{ field, op, value }</c> or <c>{ received, where, within, atLeast }</c>. Evaluation is pure, total and bounded in time (C4).
/// </summary>
public abstract record Condition
{
    /// <summary>How deep <c>all</c>, <c>any</c> and <c>not</c> may stand in each other.</summary>
    public const int MaxDepth = 5;

    /// <summary>How many rules one condition may have.</summary>
    public const int MaxRules = 50;

    private protected Condition()
    {
    }

    /// <summary>Every field that evaluation may read, so that what it needs can be loaded first.</summary>
    public abstract IEnumerable<FieldPath> Fields { get; }

    /// <summary>True when evaluation may read something there.</summary>
    public bool Reads(FieldRoot root) => Fields.Any(field => field.Root == root);

    /// <summary>Every past event that evaluation may ask for, so that it can be loaded first.</summary>
    public virtual IEnumerable<NeededHistory> History => [];

    /// <summary>Reads a condition; all that is wrong is added to <paramref name="problems"/>.</summary>
    /// <param name="json">The condition as it was written.</param>
    /// <param name="path">Where it stands in the definition, for the problems: <c>steps[2].paths[0].when</c>.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="condition">The condition when the answer is true.</param>
    public static bool TryParse(
        JsonElement json, string path, ICollection<DefinitionProblem> problems, [NotNullWhen(true)] out Condition? condition)
    {
        try
        {
            condition = new ConditionReader(problems).Read(json, path);
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair: the reader of JSON throws as soon as it is looked at.
            problems.Add(new(path, "A name in this condition isn't valid Unicode."));
            condition = null;
        }

        return condition is not null;
    }

    public abstract Verdict Evaluate(ConditionContext context);
}
