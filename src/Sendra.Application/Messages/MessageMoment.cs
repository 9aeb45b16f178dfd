namespace Sendra.Application.Messages;

/// <summary>Something that happened to a message.</summary>
/// <param name="At">When.</param>
/// <param name="Type">queued, tryFailed, captured, sent, skipped, failed, bounced, delivered, deferred (a delay, or a soft bounce), complained, opened, clicked or unsubscribed.</param>
/// <param name="Detail">More about it, as a sentence; null where nothing is to add.</param>
/// <param name="EventId">The contact's event that tells the same; null where there is none.</param>
public sealed record MessageMoment(DateTimeOffset At, MessageMomentType Type, string? Detail, EventId? EventId = null);
