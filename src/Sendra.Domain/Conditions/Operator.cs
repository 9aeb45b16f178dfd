namespace Sendra.Domain.Conditions;

/// <summary>
/// What a rule asks. <see cref="Judge"/> answers yes or no, or null when the values are of types that it can't compare; such
/// a rule is false, also one that is <see cref="IsNegated"/> (C1).
/// </summary>
/// <param name="Name">As in JSON.</param>
/// <param name="Words">As in a sentence between field and value.</param>
/// <param name="Takes">What stands beside the field.</param>
/// <param name="Judge">Compares.</param>
/// <param name="IsNegated">True when the rule holds where <paramref name="Judge"/> says no.</param>
/// <param name="TakesMissing">True when a missing field is judged like any other.</param>
internal sealed record Operator(
    string Name, string Words, OperandKind Takes, Func<Comparison, bool?> Judge, bool IsNegated = false, bool TakesMissing = false)
{
    /// <summary>All, in the order in which messages list them.</summary>
    internal static IReadOnlyList<Operator> All { get; } =
    [
        new("equals", "equals", OperandKind.Scalar, comparison => comparison.AreEqual()),
        new("notEquals", "does not equal", OperandKind.Scalar, comparison => comparison.AreEqual(), IsNegated: true),
        new("contains", "contains", OperandKind.Scalar, comparison => comparison.Contains()),
        new("notContains", "does not contain", OperandKind.Scalar, comparison => comparison.Contains(), IsNegated: true),
        new("startsWith", "starts with", OperandKind.Text, comparison => comparison.StartsWith()),
        new("endsWith", "ends with", OperandKind.Text, comparison => comparison.EndsWith()),
        new("in", "is one of", OperandKind.List, comparison => comparison.IsListed()),
        new("notIn", "is none of", OperandKind.List, comparison => comparison.IsListed(), IsNegated: true),
        new("greaterThan", "is greater than", OperandKind.Ordered, comparison => comparison.IsOrdered(order => order > 0)),
        new("atLeast", "is at least", OperandKind.Ordered, comparison => comparison.IsOrdered(order => order >= 0)),
        new("lessThan", "is less than", OperandKind.Ordered, comparison => comparison.IsOrdered(order => order < 0)),
        new("atMost", "is at most", OperandKind.Ordered, comparison => comparison.IsOrdered(order => order <= 0)),
        new("before", "is before", OperandKind.Date, comparison => comparison.IsBefore()),
        new("after", "is after", OperandKind.Date, comparison => comparison.IsAfter()),
        new("withinLast", "is within the last", OperandKind.Duration, comparison => comparison.IsWithinLast()),
        new("exists", "exists", OperandKind.None, comparison => comparison.Field.Exists, TakesMissing: true),
        new("notExists", "does not exist", OperandKind.None, comparison => comparison.Field.Exists, IsNegated: true, TakesMissing: true),
        new("isTrue", "is true", OperandKind.None, comparison => comparison.IsTrue()),
        new("isFalse", "is false", OperandKind.None, comparison => comparison.IsTrue(), IsNegated: true),
    ];

    internal static Operator? Named(string? name) => All.FirstOrDefault(op => op.Name == name);
}
