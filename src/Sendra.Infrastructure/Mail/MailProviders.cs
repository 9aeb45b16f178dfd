using Sendra.Application.Mail;
using Sendra.Domain.EventSources;

namespace Sendra.Infrastructure.Mail;

/// <summary>What differs from mail provider to mail provider.</summary>
internal static class MailProviders
{
    private static readonly (string Domain, MailProvider Provider)[] Domains =
    [
        ("amazonaws.com", MailProvider.AmazonSes),
        ("postmarkapp.com", MailProvider.Postmark),
        ("mailgun.org", MailProvider.Mailgun),
        ("sendgrid.net", MailProvider.SendGrid),
        ("resend.com", MailProvider.Resend),
        ("brevo.com", MailProvider.Brevo),
        ("sendinblue.com", MailProvider.Brevo),
    ];

    /// <summary>The provider that a mail server's name tells.</summary>
    public static MailProvider Of(string host) => Array.Find(
        Domains, one => host.Equals(one.Domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{one.Domain}", StringComparison.OrdinalIgnoreCase)).Provider;

    /// <summary>
    /// The headers by which a provider's webhooks name a message: what it takes from the mail and sends back. All but Mailgun put a Message-ID
    /// of their own in place of ours, or leave it out of some webhooks.
    /// </summary>
    public static IEnumerable<MailHeader> HeadersFor(this MailProvider provider, string messageId) => provider switch
    {
        MailProvider.None or MailProvider.Mailgun => [],
        MailProvider.AmazonSes => [new("X-SES-MESSAGE-TAGS", $"sendraMessage={messageId}")],
        MailProvider.Postmark => [new("X-PM-Metadata-sendra-message", messageId), new("X-PM-KeepID", "true")],
        MailProvider.SendGrid => [new("X-SMTPAPI", $$$"""{"unique_args":{"sendraMessage":"{{{messageId}}}"}}""")],
        MailProvider.Resend => [new(FeedbackReader.MessageHeader, messageId)],
        MailProvider.Brevo => [new("X-Mailin-custom", messageId)],
    };
}
