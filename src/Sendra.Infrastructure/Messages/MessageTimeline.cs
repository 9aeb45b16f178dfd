using Sendra.Application.Messages;
using Sendra.Domain.Messages;

namespace Sendra.Infrastructure.Messages;

/// <summary>Puts together what happened to a message, from what its row says and what was noted beside it.</summary>
internal static class MessageTimeline
{
    /// <param name="kept">Which of their events are still in the log.</param>
    public static IReadOnlyList<MessageMoment> Of(Message message, IEnumerable<MessageEvent> events, IReadOnlySet<EventId> kept)
    {
        var moments = new List<MessageMoment> { new(message.CreatedAt, MessageMomentType.Queued, null) };
        if (message.SentAt is { } sentAt)
        {
            moments.Add(new MessageMoment(sentAt, message.Status == MessageStatus.Captured ? MessageMomentType.Captured : MessageMomentType.Sent, null));
        }

        moments.AddRange(events.OrderBy(one => one.Id).Select(one => new MessageMoment(one.At, TypeOf(one.Type), one.Detail, one.EventId is { } id && kept.Contains(id) ? id : null)));
        if (message is { SentAt: null, EndedAt: { } endedAt } && EndOf(message.Status) is { } end && !moments.Exists(one => one.Type == end))
        {
            moments.Add(new MessageMoment(endedAt, end, message.Reason));
        }

        return [.. moments.OrderBy(one => one.At)];
    }

    private static MessageMomentType? EndOf(MessageStatus status) => status switch
    {
        MessageStatus.Skipped => MessageMomentType.Skipped,
        MessageStatus.Failed => MessageMomentType.Failed,
        MessageStatus.Bounced => MessageMomentType.Bounced,
        _ => null,
    };

    private static MessageMomentType TypeOf(MessageEventType type) => type switch
    {
        MessageEventType.TryFailed => MessageMomentType.TryFailed,
        MessageEventType.Delivered => MessageMomentType.Delivered,
        MessageEventType.Bounced => MessageMomentType.Bounced,
        MessageEventType.Complained => MessageMomentType.Complained,
        MessageEventType.Opened => MessageMomentType.Opened,
        MessageEventType.Clicked => MessageMomentType.Clicked,
        MessageEventType.Deferred => MessageMomentType.Deferred,
        MessageEventType.Failed => MessageMomentType.Failed,
        MessageEventType.Unsubscribed => MessageMomentType.Unsubscribed,
    };
}
