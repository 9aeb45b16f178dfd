namespace Sendra.Application.Automations;

/// <summary>An automation's runs by day.</summary>
/// <param name="TimeZone">The workspace's time zone, in which days begin at midnight.</param>
/// <param name="Items">Each day, oldest first, including those without runs. The last is today.</param>
public sealed record RunCounts(string TimeZone, IReadOnlyList<RunDay> Items);
