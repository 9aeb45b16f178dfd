namespace Sendra.Application.Mail;

/// <summary>Hands mails over. It keeps nothing and repeats nothing: whoever calls it does.</summary>
public interface IMailTransport
{
    /// <summary>False when there is no mail server, so that mails are captured and delivered to nobody.</summary>
    bool Delivers { get; }

    /// <summary>How many mails of a node are under way at most: hardly more than can be handed over at once, so that a crash leaves few of which nobody knows whether they were sent (F4).</summary>
    int AtOnce { get; }

    /// <summary>Tries once to hand a mail over. What goes wrong is in the answer.</summary>
    Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
