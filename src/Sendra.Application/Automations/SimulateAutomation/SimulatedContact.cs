namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>What would have happened to a contact.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Email">Its email.</param>
/// <param name="FirstAt">When it would first have been enrolled or exited.</param>
/// <param name="Enrolled">How often it would have been enrolled.</param>
/// <param name="Exited">How many of its enrollments would have ended.</param>
/// <param name="NotEnrolled">How often it would not have been enrolled.</param>
public sealed record SimulatedContact(ContactId ContactId, string Email, DateTimeOffset FirstAt, int Enrolled, int Exited, int NotEnrolled);
