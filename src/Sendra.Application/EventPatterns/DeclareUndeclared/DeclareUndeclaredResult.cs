namespace Sendra.Application.EventPatterns.DeclareUndeclared;

/// <summary>Which names were declared and refused.</summary>
/// <param name="Declared">The names that are declared now, including those that already were.</param>
/// <param name="Refused">The names that can't be declared.</param>
public sealed record DeclareUndeclaredResult(IReadOnlyList<string> Declared, IReadOnlyList<RefusedName> Refused);
