using MimeKit;
using MimeKit.Text;
using Sendra.Application.Mail;

namespace Sendra.Infrastructure.Mail;

/// <summary>Makes MIME of mails: the same mail is the same bytes each time.</summary>
internal sealed class MailComposer(DkimKey? dkim, MailProvider provider)
{
    public MimeMessage Compose(OutgoingMail mail)
    {
        var message = new MimeMessage { Date = mail.Date, MessageId = mail.MessageId, Subject = OneLine(mail.Subject) };
        message.From.Add(MailboxOf(mail.From));
        message.To.Add(MailboxOf(new Mailbox(null, mail.To)));
        if (mail.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(MailboxOf(new Mailbox(null, replyTo)));
        }

        foreach (var header in mail.Headers.Concat(provider.HeadersFor(mail.MessageId)))
        {
            message.Headers.Add(header.Name, OneLine(header.Value));
        }

        // The best part comes last.
        var text = new TextPart(TextFormat.Plain) { Text = mail.Text };
        message.Body = mail.Html is null
            ? text
            : new MultipartAlternative(text, new TextPart(TextFormat.Html) { Text = mail.Html }) { Boundary = $"=-{BoundaryOf(mail)}" };
        message.Prepare(EncodingConstraint.SevenBit);
        dkim?.Sign(message);
        return message;
    }

    // Names and subjects come from people and events; none of them makes a header.
    private static string OneLine(string text) => string.Create(text.Length, text, (line, original) =>
    {
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = char.IsControl(original[i]) ? ' ' : original[i];
        }
    });

    private static MailboxAddress MailboxOf(Mailbox mailbox) => new(mailbox.Name is { } name ? OneLine(name) : null, mailbox.Email);

    // No body part has it: it is as long as a hash, and made of what nobody writes.
    private static string BoundaryOf(OutgoingMail mail) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(mail.MessageId)).AsSpan(0, 16));
}
