using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Messages.ListMessages;

/// <summary>Lists messages, newest first. A null filter matches all.</summary>
/// <param name="From">Made at this time or later.</param>
/// <param name="To">Made before this time, or on this day or before.</param>
public sealed record ListMessagesQuery(
    AutomationId? AutomationId, TemplateId? TemplateId, ContactId? ContactId, MessageStatus? Status, string? From, string? To, Paging Paging)
    : IRequest<Page<MessageItem>>;
