namespace Sendra.Infrastructure.Outbox;

/// <summary>How many effects wait, are claimed, are held, and wait their turn (M6), each up to a bound.</summary>
internal sealed record OutboxCount(int Waiting, int Claimed, int Held, int Limited);
