using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Events;

namespace Sendra.Domain.Messages;

/// <summary>What a mail provider's webhook says of one message (M5).</summary>
/// <param name="MessageId">The message that it names.</param>
/// <param name="IsOurs">True when it is named as only Sendra names messages: by its Message-ID. Otherwise the id may be the provider's own.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it happened, by the provider's word; null when it doesn't say.</param>
/// <param name="Detail">What the provider adds: the answer of the recipient's server, or the link that was followed.</param>
public sealed record Feedback(MessageId MessageId, bool IsOurs, FeedbackKind Kind, DateTimeOffset? At, string? Detail)
{
    private static readonly EventName Bounced = EventName.Parse("email.bounced");
    private static readonly EventName Deferred = EventName.Parse("email.deferred");

    /// <summary>What its entry in a message's timeline is called.</summary>
    public MessageEventType Type => Kind switch
    {
        FeedbackKind.Delivered => MessageEventType.Delivered,
        FeedbackKind.Deferred => MessageEventType.Deferred,
        FeedbackKind.Failed => MessageEventType.Failed,
        FeedbackKind.Bounced => MessageEventType.Bounced,
        FeedbackKind.Complained => MessageEventType.Complained,
        FeedbackKind.Opened => MessageEventType.Opened,
        FeedbackKind.Clicked => MessageEventType.Clicked,
        FeedbackKind.Unsubscribed => MessageEventType.Unsubscribed,
    };

    /// <summary>True for what happens to a message once, so that a second report says nothing new.</summary>
    public bool HappensOnce => Kind is FeedbackKind.Delivered or FeedbackKind.Bounced or FeedbackKind.Complained;

    /// <summary>
    /// The status that it gives a message; null when it gives none. A status only ever moves on, from failed to delivered, bounced and
    /// complained, in whatever order reports arrive.
    /// </summary>
    public MessageStatus? Status => Kind switch
    {
        FeedbackKind.Delivered or FeedbackKind.Opened or FeedbackKind.Clicked => MessageStatus.Delivered,
        FeedbackKind.Failed => MessageStatus.Failed,
        FeedbackKind.Bounced => MessageStatus.Bounced,
        FeedbackKind.Complained => MessageStatus.Complained,
        FeedbackKind.Deferred or FeedbackKind.Unsubscribed => null,
    };

    /// <summary>The same for programs.</summary>
    public string? Code => Kind switch
    {
        FeedbackKind.Failed => "providerFailed",
        FeedbackKind.Bounced => "bounced",
        FeedbackKind.Complained => "complained",
        _ => null,
    };

    /// <summary>Why the message has that status, as a sentence.</summary>
    public string? Reason => Kind switch
    {
        FeedbackKind.Failed => $"The mail provider didn't deliver it.{Said}",
        FeedbackKind.Bounced => $"It bounced.{Said}",
        FeedbackKind.Complained => "The recipient reported it as spam.",
        _ => null,
    };

    /// <summary>What the address gets no more, and why; null when it is as good as before.</summary>
    public (SuppressionScope Scope, SuppressionOrigin Origin)? Suppresses => Kind switch
    {
        FeedbackKind.Bounced => (SuppressionScope.All, SuppressionOrigin.Bounce),
        FeedbackKind.Complained => (SuppressionScope.All, SuppressionOrigin.Complaint),
        FeedbackKind.Unsubscribed => (SuppressionScope.Marketing, SuppressionOrigin.Unsubscribe),
        _ => null,
    };

    private string Said => Detail is null ? "" : $" It says: {Detail}";

    /// <summary>The message that a text names: by the Message-ID that Sendra gave it, or by its bare id.</summary>
    /// <param name="text">For example <c>&lt;0198…@example.com&gt;</c>.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="isOurs">See <see cref="IsOurs"/>.</param>
    public static bool TryReadMessageId([NotNullWhen(true)] string? text, out MessageId messageId, out bool isOurs)
    {
        var name = text.AsSpan().Trim().TrimStart('<').TrimEnd('>');
        var at = name.IndexOf('@');
        isOurs = at > 0 && Guid.TryParseExact(name[..at], "N", out _);
        messageId = Guid.TryParse(isOurs ? name[..at] : name, out var id) ? new MessageId(id) : default;
        return id != Guid.Empty;
    }

    /// <summary>What the event is called: soft bounces are no bounces, also where a provider calls both the same.</summary>
    /// <param name="mapped">What the source's mapping calls it.</param>
    public EventName NameOf(EventName mapped) => Kind == FeedbackKind.Deferred && mapped == Bounced ? Deferred : mapped;
}
