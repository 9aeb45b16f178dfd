namespace Sendra.WebApi.Contracts.Automations;

/// <summary>How many enrollments stand how.</summary>
/// <param name="Active">Under way.</param>
/// <param name="Completed">Went through all steps.</param>
/// <param name="Exited">Dropped by an event or by hand.</param>
public sealed record CountsResponse(int Active, int Completed, int Exited);
