namespace Sendra.Application.Enrollments;

/// <summary>Why a run ended.</summary>
/// <param name="Code"><c>completed</c>, <c>exitEvent</c>, <c>byHand</c> or <c>automationArchived</c>.</param>
/// <param name="Reason">The same as a sentence.</param>
public sealed record RunEnd(string Code, string Reason);
