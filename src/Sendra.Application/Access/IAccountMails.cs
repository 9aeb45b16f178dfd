namespace Sendra.Application.Access;

/// <summary>Emails to people who sign in (W7). They are stored at the next save, and sent in the background.</summary>
public interface IAccountMails
{
    /// <summary>False when there is no mail server: then nothing is stored, and people hand links on themselves.</summary>
    bool AreSent { get; }

    /// <summary>Orders an email that somebody asks for, as often as they like; so it is limited, by the address that it goes to and by the IP address that asks.</summary>
    /// <exception cref="NoMailServerException">There is no mail server.</exception>
    /// <exception cref="TooManyEmailsException">There were too many.</exception>
    Task AskAsync(AccountMailOrder order, CancellationToken cancellationToken);

    /// <summary>Orders an email that comes of something else, if there is a mail server.</summary>
    void Add(AccountMailOrder order);
}
