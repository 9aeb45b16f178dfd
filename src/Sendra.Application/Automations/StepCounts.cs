namespace Sendra.Application.Automations;

/// <summary>The outcomes of visits to a step, over all versions.</summary>
/// <param name="Waiting">Runs that are there now.</param>
/// <param name="Passed">Visits after which the run continued.</param>
/// <param name="Failed">Visits whose step couldn't do its work.</param>
/// <param name="Cancelled">Visits during which the run ended.</param>
/// <param name="ByPath">How many visits took each path, including unused paths.</param>
public sealed record StepCounts(long Waiting, long Passed, long Failed, long Cancelled, IReadOnlyDictionary<string, long> ByPath);
