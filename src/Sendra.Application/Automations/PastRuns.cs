namespace Sendra.Application.Automations;

/// <summary>How a contact's runs through an automation once stood.</summary>
/// <param name="LastRun">The number of the latest run.</param>
/// <param name="Active">How many were under way.</param>
/// <param name="Last">The latest run.</param>
public readonly record struct PastRuns(int LastRun, int Active, EnrollmentId Last);
