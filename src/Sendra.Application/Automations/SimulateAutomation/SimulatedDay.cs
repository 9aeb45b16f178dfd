namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>What would have happened on a day.</summary>
/// <param name="From">Its start, midnight UTC.</param>
/// <param name="Enrolled">How often a contact would have been enrolled.</param>
/// <param name="Exited">How many enrollments would have ended.</param>
/// <param name="NotEnrolled">How often a contact would not have been enrolled.</param>
public sealed record SimulatedDay(DateTimeOffset From, long Enrolled, long Exited, long NotEnrolled);
