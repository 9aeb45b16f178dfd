namespace Sendra.Application.Suppressions.ImportSuppressions;

/// <summary>An entry that was not imported.</summary>
/// <param name="Line">The line in the CSV, or the place in the list, from 1.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record RefusedLine(int Line, string Message);
