using Sendra.Domain.Messages;

namespace Sendra.Application.Ingestion;

/// <summary>What is noted of a message that a mail provider reported on (M5).</summary>
/// <param name="Message">The message.</param>
/// <param name="Feedback">What was reported.</param>
/// <param name="At">When it happened: not before the message was sent, and not later than now.</param>
/// <param name="Event">The event of the contact that tells the same; null when there is no contact.</param>
public sealed record MessageReport(WorkspaceId WorkspaceId, KnownMessage Message, Feedback Feedback, DateTimeOffset At, EventId? Event);
