using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Messages;
using Sendra.Application.Messages.GetMessage;
using Sendra.Application.Messages.ListMessages;
using Sendra.Domain.Messages;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Messages;

namespace Sendra.WebApi.Controllers;

/// <summary>A message is one email to one contact, sent by a step of an automation, or a test.</summary>
[ApiController]
[Route("api/messages")]
[Tags("Messages")]
public sealed class MessagesController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists messages, newest first. Each says what became of it, and why.</summary>
    /// <param name="automationId">Only messages of this automation.</param>
    /// <param name="templateId">Only messages of this template.</param>
    /// <param name="contactId">Only messages to this contact.</param>
    /// <param name="status">Only messages with this status.</param>
    /// <param name="from">Only messages created at this time or later: an ISO 8601 time, or a date, which means its midnight (UTC).</param>
    /// <param name="to">Only messages created before this time. A date includes its whole day (UTC).</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<MessageItem>> List(
        AutomationId? automationId, TemplateId? templateId, ContactId? contactId, MessageStatus? status, string? from, string? to, int? limit, string? cursor,
        CancellationToken cancellationToken) =>
        mediator.Send(new ListMessagesQuery(automationId, templateId, contactId, status, from, to, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Returns a message with its content, as it is sent, and what happened to it.</summary>
    /// <param name="id">The message.</param>
    /// <response code="200">The message.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<MessageDetailsResponse> Get(MessageId id, CancellationToken cancellationToken) =>
        MessageDetailsResponse.From(await mediator.Send(new GetMessageQuery(id), cancellationToken));
}
