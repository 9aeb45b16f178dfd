using Sendra.Application.Common;
using Sendra.Application.Mail;
using Sendra.Domain.Messages;

namespace Sendra.Application.Messages;

/// <summary>The messages of the current workspace.</summary>
public interface IMessageLog
{
    /// <summary>A page, newest first.</summary>
    Task<Page<MessageItem>> ListAsync(MessageFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>One with its content, or null.</summary>
    Task<MessageDetails?> FindAsync(MessageId id, CancellationToken cancellationToken);

    /// <summary>Keeps a test that has been sent.</summary>
    /// <param name="contactId">For whom it was rendered, or null.</param>
    /// <param name="template">What it was rendered from.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="status">What came of it.</param>
    /// <param name="reason">Why it could not be sent; null when it was.</param>
    Task AddTestAsync(
        MessageId id, ContactId? contactId, Template template, OutgoingMail mail, MessageStatus status, string? reason, CancellationToken cancellationToken);

    /// <summary>All of a contact with their content, oldest first, as a stream.</summary>
    IAsyncEnumerable<MessageDetails> OfContactAsync(ContactId contactId, CancellationToken cancellationToken);
}
