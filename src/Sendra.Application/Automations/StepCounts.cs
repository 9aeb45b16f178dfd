namespace Sendra.Application.Automations;

/// <summary>What became of the visits to a step, over all versions.</summary>
/// <param name="Waiting">Runs that are there now.</param>
/// <param name="Passed">Visits after which the run went on.</param>
/// <param name="Failed">Visits whose step could not do its work.</param>
/// <param name="Cancelled">Visits during which the run ended.</param>
/// <param name="ByPath">How many took each path, also those that nobody took.</param>
public sealed record StepCounts(long Waiting, long Passed, long Failed, long Cancelled, IReadOnlyDictionary<string, long> ByPath);
