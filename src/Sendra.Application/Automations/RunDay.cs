namespace Sendra.Application.Automations;

/// <summary>An automation's runs of a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Enrolled">How many began.</param>
/// <param name="Completed">How many completed.</param>
/// <param name="Exited">How many exited.</param>
public sealed record RunDay(DateOnly Date, long Enrolled, long Completed, long Exited);
