using Sendra.Domain.Common;

namespace Sendra.Domain.Messages;

/// <summary>
/// One mail to one contact, made by a visit when its run came to the step, or a test. It answers why it was sent, or why not (M4). The
/// outbox decides what happens to it; this is what people see.
/// </summary>
public sealed class Message : IWorkspaceOwned
{
    /// <summary>The greatest length of a reason, in characters.</summary>
    public const int MaxReasonLength = 300;

    /// <summary>The greatest length of a code, in characters.</summary>
    public const int MaxCodeLength = 40;

    private Message(
        MessageId id,
        WorkspaceId workspaceId,
        ContactId? contactId,
        string email,
        TemplateId templateId,
        int? templateVersion,
        AutomationId? automationId,
        EnrollmentId? enrollmentId,
        int? visit,
        string? stepId,
        MessageKind kind,
        MessageStatus status)
    {
        Id = id;
        WorkspaceId = workspaceId;
        ContactId = contactId;
        Email = email;
        TemplateId = templateId;
        TemplateVersion = templateVersion;
        AutomationId = automationId;
        EnrollmentId = enrollmentId;
        Visit = visit;
        StepId = stepId;
        Kind = kind;
        Status = status;
    }

    /// <summary>The same over all tries, and part of the Message-ID.</summary>
    public MessageId Id { get; }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>Whose it is. Null for a test that was rendered for nobody.</summary>
    public ContactId? ContactId { get; }

    /// <summary>Where it goes.</summary>
    public string Email { get; }

    public TemplateId TemplateId { get; }

    /// <summary>The template's version that it was rendered from; null while it isn't.</summary>
    public int? TemplateVersion { get; private set; }

    /// <summary>Null for a test, as all that says which visit made it.</summary>
    public AutomationId? AutomationId { get; }

    public EnrollmentId? EnrollmentId { get; }

    /// <summary>The visit's number.</summary>
    public int? Visit { get; }

    /// <summary>The step, by its id in the workflow.</summary>
    public string? StepId { get; }

    public MessageKind Kind { get; }

    public MessageStatus Status { get; private set; }

    /// <summary>What is special about its status, for programs.</summary>
    public string? Code { get; private set; }

    /// <summary>Why it has its status, as a sentence; of one that is queued, what went wrong in the last try.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was handed over or captured.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was decided that nothing more is tried: it was sent, skipped, or has failed.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The mail as it is handed over in each try, compressed (F15). Forgotten after a while (M7).</summary>
    public byte[]? Content { get; private set; }

    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>One that somebody has sent to see how a template looks. It was tried once.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="template">The template, whose newest version was rendered.</param>
    /// <param name="to">Where it went: a normalized address.</param>
    /// <param name="contactId">For whom it was rendered, or null.</param>
    /// <param name="content">The mail, compressed.</param>
    /// <param name="status">What came of it.</param>
    /// <param name="reason">Why it could not be sent; null when it was.</param>
    public static Message Test(
        MessageId id, Template template, string to, ContactId? contactId, byte[] content, MessageStatus status, string? reason, DateTimeOffset now) =>
        new(id, template.WorkspaceId, contactId, to, template.Id, template.Version, null, null, null, null, MessageKind.Transactional, status)
        {
            Content = content,
            Reason = reason is null ? null : Text.Truncate(reason, MaxReasonLength),
            SentAt = status is MessageStatus.Sent or MessageStatus.Captured ? now : null,
            EndedAt = now,
        };
}
