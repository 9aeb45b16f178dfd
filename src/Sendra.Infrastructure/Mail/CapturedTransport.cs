using Sendra.Application.Mail;

namespace Sendra.Infrastructure.Mail;

/// <summary>Takes every mail and delivers it to nobody: what there is without a mail server.</summary>
internal sealed class CapturedTransport : IMailTransport
{
    private static readonly Task<MailAnswer> Answer = Task.FromResult<MailAnswer>(new MailAnswer.Captured());

    public bool Delivers => false;

    public int AtOnce => 128;

    public Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => Answer;
}
