namespace Sendra.Application.EventPatterns.DeclareUndeclared;

/// <summary>A name that can't be declared.</summary>
/// <param name="Reason">Why, as a sentence (P1).</param>
public sealed record RefusedName(string Name, string Reason);
