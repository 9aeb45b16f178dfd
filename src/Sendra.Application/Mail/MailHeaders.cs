using System.Globalization;

namespace Sendra.Application.Mail;

/// <summary>The headers of a mail as people read them.</summary>
public static class MailHeaders
{
    public static IReadOnlyList<MailHeader> Of(OutgoingMail mail) =>
    [
        new("From", mail.From.Name is { } name ? $"{name} <{mail.From.Email}>" : mail.From.Email),
        .. mail.ReplyTo is { } replyTo ? [new MailHeader("Reply-To", replyTo)] : Array.Empty<MailHeader>(),
        new("To", mail.To),
        new("Subject", mail.Subject),
        new("Date", mail.Date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)),
        new("Message-ID", $"<{mail.MessageId}>"),
        .. mail.Headers,
    ];
}
