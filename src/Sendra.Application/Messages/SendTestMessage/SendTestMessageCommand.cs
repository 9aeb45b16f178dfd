using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Messages.SendTestMessage;

/// <summary>Sends a template to a member, so that they see how it looks (M7).</summary>
/// <param name="TemplateId">The template.</param>
/// <param name="To">The member's email.</param>
/// <param name="Contact">For whom it is rendered, as in a preview.</param>
/// <param name="Event">The properties of the event, as in a preview.</param>
public sealed record SendTestMessageCommand(TemplateId TemplateId, string? To, RawJson? Contact, RawJson? Event) : IRequest<MessageDetails>;
