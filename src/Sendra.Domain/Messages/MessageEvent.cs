using Sendra.Domain.Common;

namespace Sendra.Domain.Messages;

/// <summary>Something that happened to a message between being queued and its end, or after that. Append-only.</summary>
public sealed class MessageEvent : IWorkspaceOwned
{
    /// <summary>The greatest length of a detail, in characters.</summary>
    public const int MaxDetailLength = Message.MaxReasonLength;

    private MessageEvent(WorkspaceId workspaceId, MessageId messageId, MessageEventId id, MessageEventType type, DateTimeOffset at, string? detail)
    {
        WorkspaceId = workspaceId;
        MessageId = messageId;
        Id = id;
        Type = type;
        At = at;
        Detail = detail;
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

    public static MessageEvent Of(WorkspaceId workspaceId, MessageId messageId, MessageEventId id, MessageEventType type, DateTimeOffset at, string? detail = null) =>
        new(workspaceId, messageId, id, type, at, detail is null ? null : Text.Truncate(detail.Replace('\0', '\uFFFD'), MaxDetailLength));
}
