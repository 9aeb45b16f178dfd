namespace Sendra.Application.Automations;

/// <summary>How many of the runs on other versions than the one saved move to it.</summary>
/// <param name="Moved">Moved, or, when nothing is saved, would move.</param>
/// <param name="Stayed">Go on by the version that they are on.</param>
/// <param name="Pending">Move soon, in the background.</param>
public sealed record InFlightRuns(long Moved, long Stayed, long Pending);
