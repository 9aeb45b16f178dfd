using MailKit.Net.Smtp;
using MimeKit;

namespace Sendra.Infrastructure.Mail;

/// <summary>A connection to the mail server that knows how far a mail has come.</summary>
internal sealed class SmtpConnection : SmtpClient
{
    /// <summary>When it was given back, as a timestamp of the clock; null while it was not used yet.</summary>
    public long? GivenBack { get; set; }

    /// <summary>True once the server has taken a mail's sender: it has been alive, and may have more of the mail.</summary>
    public bool HasBegun { get; private set; }

    public Task<string> HandOverAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        HasBegun = false;
        return SendAsync(Format, message, (MailboxAddress)message.From[0], [(MailboxAddress)message.To[0]], cancellationToken);
    }

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => HasBegun = true;

    private static FormatOptions Format => FormatOptions.Default;
}
