namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>What came of it.</summary>
/// <param name="Declared">The names that are declared now, those of the call that had been declared before included.</param>
/// <param name="Refused">The names that can't be declared.</param>
public sealed record DeclareUndeclaredResponse(IReadOnlyList<string> Declared, IReadOnlyList<RefusedNameResponse> Refused);
