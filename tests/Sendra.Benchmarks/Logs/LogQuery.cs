namespace Sendra.Benchmarks.Logs;

/// <summary>A query of the log, and its rows by SQL.</summary>
/// <param name="Name">What it filters by.</param>
/// <param name="Parameters">The filters in the address.</param>
/// <param name="Conditions">The same in SQL; of several, each has an index of its own, and no row fits two.</param>
internal sealed record LogQuery(string Name, string Parameters, params string[] Conditions);
