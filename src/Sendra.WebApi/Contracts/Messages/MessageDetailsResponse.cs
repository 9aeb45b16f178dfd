using Sendra.Application.Mail;
using Sendra.Application.Messages;
using Sendra.Domain.Messages;

namespace Sendra.WebApi.Contracts.Messages;

/// <summary>An email with its content, as it is sent, and what happened to it.</summary>
/// <param name="AutomationName">The automation's name.</param>
/// <param name="EventId">The event that led to it; null for a test.</param>
/// <param name="Subject">The subject. null, like the other content, until the email is rendered, and again after the workspace's `contentDays`.</param>
/// <param name="Html">The HTML part.</param>
/// <param name="Text">The text part.</param>
/// <param name="Headers">The headers, without the signature and those of the MIME parts.</param>
/// <param name="Timeline">What happened to it, in order.</param>
public sealed record MessageDetailsResponse(
    MessageId Id,
    ContactId? ContactId,
    string Email,
    TemplateId TemplateId,
    int? TemplateVersion,
    AutomationId? AutomationId,
    string? AutomationName,
    EnrollmentId? EnrollmentId,
    string? StepId,
    EventId? EventId,
    MessageKind Kind,
    MessageStatus Status,
    string? Code,
    string? Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SentAt,
    string? Subject,
    string? Html,
    string? Text,
    IReadOnlyList<MailHeader>? Headers,
    IReadOnlyList<MessageMoment> Timeline)
{
    internal static MessageDetailsResponse From(MessageDetails details)
    {
        var (message, mail) = (details.Message, details.Mail);
        return new(
            message.Id, message.ContactId, message.Email, message.TemplateId, message.TemplateVersion, message.AutomationId, details.AutomationName,
            message.EnrollmentId, message.StepId, details.EventId, message.Kind, message.Status, message.Code, message.Reason, message.CreatedAt, message.SentAt,
            mail?.Subject, mail?.Html, mail?.Text, mail is null ? null : MailHeaders.Of(mail), details.Timeline);
    }
}
