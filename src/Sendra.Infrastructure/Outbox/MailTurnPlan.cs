namespace Sendra.Infrastructure.Outbox;

/// <summary>Which emails of a workspace with limits go, and which wait (M6).</summary>
/// <param name="Go">Those whose turn it is, the oldest first.</param>
/// <param name="Wait">Those that have come due and go behind those that wait.</param>
internal sealed record MailTurnPlan(IReadOnlyList<DueEffect> Go, IReadOnlyList<DueEffect> Wait);
