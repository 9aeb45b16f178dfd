namespace Sendra.Infrastructure.Clocks;

/// <summary>What the database said the time was.</summary>
/// <param name="Timestamp">When that was, on this node's own count.</param>
/// <param name="Uncertainty">How far off that may be: half of what the question took.</param>
internal sealed record ClockReading(DateTimeOffset Time, long Timestamp, TimeSpan Uncertainty);
