namespace Sendra.Infrastructure.Mail;

/// <summary>Whose mail server it is: decides by which header its webhooks tell again which message they are about (M5).</summary>
internal enum MailProvider
{
    /// <summary>None of these.</summary>
    None,

    AmazonSes,
    Postmark,
    Mailgun,
    SendGrid,
    Resend,
    Brevo,
}
