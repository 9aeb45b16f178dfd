using Sendra.Domain.Messages;

namespace Sendra.Application.Messages;

/// <summary>Which messages to list; null takes all.</summary>
/// <param name="From">The first moment that counts.</param>
/// <param name="To">The first moment that no longer counts.</param>
public sealed record MessageFilter(
    AutomationId? AutomationId, TemplateId? TemplateId, ContactId? ContactId, MessageStatus? Status, DateTimeOffset? From, DateTimeOffset? To);
