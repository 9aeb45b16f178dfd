namespace Sendra.WebApi.Contracts.Suppressions;

/// <summary>One address of a list.</summary>
/// <param name="Email">The address.</param>
/// <param name="Scope"><c>marketing</c> or <c>all</c>; null for the scope of the whole list.</param>
public sealed record SuppressionImportItem(string? Email, string? Scope);
