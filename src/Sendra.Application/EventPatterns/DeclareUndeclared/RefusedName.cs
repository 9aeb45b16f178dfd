namespace Sendra.Application.EventPatterns.DeclareUndeclared;

/// <summary>A name that can't be declared.</summary>
/// <param name="Name">The name.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record RefusedName(string Name, string Reason);
