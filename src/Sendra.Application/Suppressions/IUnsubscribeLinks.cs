namespace Sendra.Application.Suppressions;

/// <summary>Makes the links by which people unsubscribe.</summary>
public interface IUnsubscribeLinks
{
    /// <summary>The link for one recipient, always the same for the same message. It works for good, also after the contact is erased.</summary>
    /// <param name="email">The contact's normalized address, which the link doesn't reveal.</param>
    /// <param name="messageId">The message that has the link, or null.</param>
    ValueTask<string> UrlForAsync(WorkspaceId workspaceId, ContactId contactId, string email, MessageId? messageId, CancellationToken cancellationToken);
}
