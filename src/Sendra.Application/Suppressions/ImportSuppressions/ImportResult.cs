namespace Sendra.Application.Suppressions.ImportSuppressions;

/// <summary>What became of a list.</summary>
/// <param name="Added">How many addresses are suppressed now and were not before, or not as widely.</param>
/// <param name="Unchanged">How many were suppressed as widely before, or are in the list twice.</param>
/// <param name="Rejected">How many entries were not imported.</param>
/// <param name="Errors">Why: the first 1,000 of them.</param>
public sealed record ImportResult(int Added, int Unchanged, int Rejected, IReadOnlyList<RefusedLine> Errors);
