namespace Sendra.Application.Messages;

/// <summary>Something that happened to a message.</summary>
/// <param name="At">When.</param>
/// <param name="Type">queued, tryFailed, captured, sent, skipped, failed, bounced, delivered, complained, opened or clicked.</param>
/// <param name="Detail">More about it, as a sentence; null where nothing is to add.</param>
public sealed record MessageMoment(DateTimeOffset At, MessageMomentType Type, string? Detail);
