using Sendra.Domain.Common;

namespace Sendra.Domain.Messages;

/// <summary>Something that happened to a message between being queued and its end, or after that. Append-only.</summary>
public sealed class MessageEvent : IWorkspaceOwned
{
    /// <summary>The greatest length of a detail, in characters.</summary>
    public const int MaxDetailLength = Message.MaxReasonLength;

    private MessageEvent(WorkspaceId workspaceId, MessageId messageId, MessageEventId id, MessageEventType type, DateTimeOffset at, string? detail, EventId? eventId)
    {
        WorkspaceId = workspaceId;
        MessageId = messageId;
        Id = id;
        Type = type;
        At = at;
        Detail = detail;
        EventId = eventId;
    }

    public WorkspaceId WorkspaceId { get; }

    public MessageId MessageId { get; }

    /// <summary>In the order in which it became known.</summary>
    public MessageEventId Id { get; }

    public MessageEventType Type { get; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; }

    /// <summary>More about it, as a sentence; null where nothing is to add.</summary>
    public string? Detail { get; }

    /// <summary>The event of the contact that tells the same (M5); null when none does.</summary>
    public EventId? EventId { get; }

    /// <summary>What a mail provider reported (M5).</summary>
    /// <param name="at">When it happened.</param>
    /// <param name="eventId">The event that it became, or null.</param>
    public static MessageEvent Of(WorkspaceId workspaceId, MessageEventId id, Feedback feedback, DateTimeOffset at, EventId? eventId) => new(
        workspaceId, feedback.MessageId, id, feedback.Type, at, feedback.Detail is { } detail ? Text.Truncate(detail.Replace('\0', '\uFFFD'), MaxDetailLength) : null, eventId);
}
