namespace Sendra.Benchmarks.Logs;

/// <summary>A query of the log, and its rows by SQL.</summary>
/// <param name="Name">What it filters by.</param>
/// <param name="Parameters">The filters in the address.</param>
/// <param name="Condition">The same in SQL.</param>
internal sealed record LogQuery(string Name, string Parameters, string Condition);
