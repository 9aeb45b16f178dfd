using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.EraseContact;
using Sendra.Application.Contacts.ExportContact;
using Sendra.Application.Contacts.GetContact;
using Sendra.Application.Contacts.GetContactTimeline;
using Sendra.Application.Contacts.ListContacts;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Contacts;
using Sendra.WebApi.Contracts.Enrollments;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Contracts.EventSources;
using Sendra.WebApi.Contracts.Messages;

namespace Sendra.WebApi.Controllers;

/// <summary>People, one for each address. A contact may also have an external id: that of your own system.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/contacts")]
[Tags("Contacts")]
public sealed class ContactsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists contacts, newest first, or by email if you search with query.</summary>
    /// <param name="email">Only the contact with this email, in any spelling that normalizes to it.</param>
    /// <param name="externalId">Only the one with this external id; case counts.</param>
    /// <param name="query">Only contacts whose email starts with this text, ignoring case.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<ContactResult>> List(
        string? email, string? externalId, string? query, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListContactsQuery(email, externalId, query, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Returns a contact.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The contact.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public Task<ContactResult> Get(ContactId id, CancellationToken cancellationToken) =>
        mediator.Send(new GetContactQuery(id), cancellationToken);

    /// <summary>Lists everything that happened to a contact: events, enrollments, exits and completions, newest first.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A page of the timeline.</response>
    [HttpGet("{id:guid}/timeline")]
    [Needs(Need.Read)]
    public async Task<Page<TimelineItemResponse>> Timeline(ContactId id, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetContactTimelineQuery(id, new Paging(limit, cursor)), cancellationToken);
        return page.Select(item => item.ToResponse());
    }

    /// <summary>Exports everything stored about a contact as one streamed JSON document.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The document.</response>
    [HttpGet("{id:guid}/export")]
    [Needs(Need.Read)]
    public async Task<ContactExportResponse> Export(ContactId id, CancellationToken cancellationToken)
    {
        var export = await mediator.Send(new ExportContactQuery(id), cancellationToken);
        Response.Headers.ContentDisposition = $"attachment; filename=\"contact-{id}.json\"";
        return new ContactExportResponse(
            export.Contact,
            export.Events.Select(details => details.ToResponse()),
            export.Enrollments.Select(EnrollmentJourneyResponse.From),
            export.Messages.Select(MessageDetailsResponse.From),
            export.Deliveries.Select(delivery => delivery.ToResponse()));
    }

    /// <summary>Erases a person everywhere: the contact, events, enrollments and the contents of deliveries.</summary>
    /// <remarks>
    /// Event counts go down accordingly. Erasing runs in small steps, so that nothing else has to wait. A very long history
    /// takes a while; if a call breaks off, repeat it to finish. A later event with the same email creates a new contact.
    /// Responses stored for an Idempotency-Key are kept for their 7 days. They hold only ids, and make sure that a sender's
    /// late retry doesn't bring the person back.
    /// </remarks>
    /// <param name="id">The contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="204">Everything about the person is erased.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Manage)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Erase(ContactId id, CancellationToken cancellationToken)
    {
        await mediator.Send(new EraseContactCommand(id), cancellationToken);
        return NoContent();
    }
}
