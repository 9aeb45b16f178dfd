using Sendra.Domain.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Ingestion;

/// <summary>A message that a mail provider reports on, as far as deciding needs it (M5).</summary>
/// <param name="id">The message.</param>
/// <param name="email">Where it went.</param>
/// <param name="sentAt">When it was handed over; null when that is not recorded yet.</param>
/// <param name="reported">What was reported of it before, with the event that it became.</param>
public sealed class KnownMessage(MessageId id, string email, DateTimeOffset? sentAt, IEnumerable<KeyValuePair<MessageEventType, EventId?>> reported)
{
    private readonly Dictionary<MessageEventType, EventId?> _reported = new(reported);

    public MessageId Id => id;

    public string Email => email;

    /// <summary>Before this, nothing can have happened to it.</summary>
    public DateTimeOffset Since => sentAt ?? TimeOrderedId.TimeOf(id);

    /// <summary>Whether a report says what an earlier one said, of what happens once.</summary>
    /// <param name="eventId">The event that the earlier one became, or null.</param>
    public bool IsRepeated(Feedback feedback, out EventId? eventId)
    {
        eventId = null;
        return feedback.HappensOnce && _reported.TryGetValue(feedback.Type, out eventId);
    }

    /// <summary>Keeps in mind what a report said.</summary>
    public void Note(Feedback feedback, EventId? eventId) => _reported[feedback.Type] = eventId;
}
