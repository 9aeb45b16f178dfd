namespace Sendra.Application.Suppressions.ImportSuppressions;

/// <summary>One entry of a list to import.</summary>
/// <param name="Line">Where it stands: the line in a CSV, or the place in a list, from 1.</param>
/// <param name="Email">The address as it stands there.</param>
/// <param name="Scope">The scope as it stands there, or null for that of the whole list.</param>
public sealed record ImportedLine(int Line, string? Email, string? Scope);
