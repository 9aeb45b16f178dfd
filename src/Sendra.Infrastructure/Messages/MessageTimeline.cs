using Sendra.Application.Messages;
using Sendra.Domain.Messages;

namespace Sendra.Infrastructure.Messages;

/// <summary>Puts together what happened to a message, from what its row says and what was noted beside it.</summary>
internal static class MessageTimeline
{
    public static IReadOnlyList<MessageMoment> Of(Message message, IEnumerable<MessageEvent> events)
    {
        var moments = new List<MessageMoment> { new(message.CreatedAt, MessageMomentType.Queued, null) };
        moments.AddRange(events.OrderBy(one => one.Id).Select(one => new MessageMoment(one.At, TypeOf(one.Type), one.Detail)));
        var isNoted = moments.Exists(one => one.Type == MessageMomentType.Bounced);
        if (message.SentAt is { } sentAt)
        {
            moments.Add(new MessageMoment(sentAt, message.Status == MessageStatus.Captured ? MessageMomentType.Captured : MessageMomentType.Sent, null));
        }
        else if (message is { EndedAt: { } endedAt } && EndOf(message.Status) is { } end && !isNoted)
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
    };
}
