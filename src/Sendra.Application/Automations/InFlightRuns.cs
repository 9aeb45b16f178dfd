namespace Sendra.Application.Automations;

/// <summary>How many active runs on other versions move to the saved one.</summary>
/// <param name="Moved">Runs that moved, or would move if nothing is saved.</param>
/// <param name="Stayed">Runs that stay on their version.</param>
/// <param name="Pending">Runs that will soon move, in the background.</param>
public sealed record InFlightRuns(long Moved, long Stayed, long Pending);
