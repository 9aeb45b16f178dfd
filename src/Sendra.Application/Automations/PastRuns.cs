namespace Sendra.Application.Automations;

/// <summary>The state of a contact's runs through an automation at a past time.</summary>
/// <param name="LastRun">The number of the latest run.</param>
/// <param name="Active">How many were active.</param>
/// <param name="Last">The latest run.</param>
public readonly record struct PastRuns(int LastRun, int Active, EnrollmentId Last);
