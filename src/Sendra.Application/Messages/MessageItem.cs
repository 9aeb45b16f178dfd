using Sendra.Domain.Messages;

namespace Sendra.Application.Messages;

/// <summary>One email to one contact, or a test.</summary>
/// <param name="Id">Its id, which is also part of its `Message-ID`.</param>
/// <param name="ContactId">The contact; null for a test that was rendered for nobody.</param>
/// <param name="Email">Where it goes.</param>
/// <param name="TemplateId">The template.</param>
/// <param name="TemplateVersion">The version of the template that it was rendered from; null until it is.</param>
/// <param name="AutomationId">The automation; null for a test.</param>
/// <param name="EnrollmentId">The run that sends it; null for a test.</param>
/// <param name="StepId">The step that sends it; null for a test.</param>
/// <param name="Kind">marketing or transactional.</param>
/// <param name="Status">queued (waits for its turn), captured (kept, and delivered to nobody), sent (the mail server accepted it), delivered, bounced, complained, skipped or failed.</param>
/// <param name="Code">What is special about its status, for programs: why it was skipped, or has failed.</param>
/// <param name="Reason">The same as a sentence. If it is queued: what went wrong in the last attempt.</param>
/// <param name="CreatedAt">When its run came to the step.</param>
/// <param name="SentAt">When it was handed over to the mail server, or captured; null if it wasn't.</param>
public record MessageItem(
    MessageId Id,
    ContactId? ContactId,
    string Email,
    TemplateId TemplateId,
    int? TemplateVersion,
    AutomationId? AutomationId,
    EnrollmentId? EnrollmentId,
    string? StepId,
    MessageKind Kind,
    MessageStatus Status,
    string? Code,
    string? Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SentAt);
