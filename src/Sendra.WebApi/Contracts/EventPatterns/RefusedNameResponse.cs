namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>A name that can't be declared.</summary>
/// <param name="Name">The name.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record RefusedNameResponse(string Name, string Reason);
