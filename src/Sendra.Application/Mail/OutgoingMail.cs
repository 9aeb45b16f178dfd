namespace Sendra.Application.Mail;

/// <summary>A mail to one address, ready to be handed over. Each try of the same mail sends the same bytes.</summary>
/// <param name="MessageId">The Message-ID without its angle brackets: unique, and the same in each try.</param>
/// <param name="Date">When it was written.</param>
/// <param name="From">Who sends it.</param>
/// <param name="ReplyTo">Where answers go; null when they go to the sender.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Subject">The subject, as text.</param>
/// <param name="Html">The HTML part; null when there is only text.</param>
/// <param name="Text">The text part.</param>
/// <param name="Headers">Other headers.</param>
public sealed record OutgoingMail(
    string MessageId,
    DateTimeOffset Date,
    Mailbox From,
    string? ReplyTo,
    string To,
    string Subject,
    string? Html,
    string Text,
    IReadOnlyList<MailHeader> Headers);
