using Sendra.Domain.Messages;

namespace Sendra.Infrastructure.Messages;

/// <summary>What the claim of a mail asks and keeps.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Kind">Whom it may reach.</param>
/// <param name="Email">Where it goes.</param>
/// <param name="Rendition">What all tries send, when this is the first one.</param>
internal sealed record MailClaim(MessageId MessageId, MessageKind Kind, string Email, MailRendition? Rendition = null);
