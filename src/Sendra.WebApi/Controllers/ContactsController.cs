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

namespace Sendra.WebApi.Controllers;

/// <summary>People, one for each address. A contact may also have an external id: that of your own system.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/contacts")]
[Tags("Contacts")]
public sealed class ContactsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists contacts: newest first, or by address when searched with query.</summary>
    /// <param name="email">Only the one with this address, in any spelling that normalises to it.</param>
    /// <param name="externalId">Only the one with this external id; case counts.</param>
    /// <param name="query">Only those whose address begins so, in any case.</param>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<ContactResult>> List(
        string? email, string? externalId, string? query, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListContactsQuery(email, externalId, query, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Reads one contact.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The contact.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public Task<ContactResult> Get(ContactId id, CancellationToken cancellationToken) =>
        mediator.Send(new GetContactQuery(id), cancellationToken);

    /// <summary>Reads what happened in a contact's life: events, enrollments, exits and completions in one order, newest first.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the timeline.</response>
    [HttpGet("{id:guid}/timeline")]
    [Needs(Need.Read)]
    public async Task<Page<TimelineItemResponse>> Timeline(ContactId id, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetContactTimelineQuery(id, new Paging(limit, cursor)), cancellationToken);
        return page.Select(item => item.ToResponse());
    }

    /// <summary>Exports everything that is kept about a person as one JSON document, streamed.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The person.</response>
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
            export.Deliveries.Select(delivery => delivery.ToResponse()));
    }

    /// <summary>Erases a person everywhere: contact, events, enrollments, and what deliveries carried.</summary>
    /// <remarks>
    /// Counts of event names are lowered with the events. It is done in small steps, so that nothing else has to wait; a very
    /// long history takes its time, and a call that broke off is finished by repeating it. A later event of the same address
    /// makes a new contact. First answers to an Idempotency-Key are kept for their seven days: they hold ids only, and keep a
    /// sender's late repeat from bringing the person back.
    /// </remarks>
    /// <param name="id">The contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="204">Nothing of the person is left.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Manage)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Erase(ContactId id, CancellationToken cancellationToken)
    {
        await mediator.Send(new EraseContactCommand(id), cancellationToken);
        return NoContent();
    }
}
