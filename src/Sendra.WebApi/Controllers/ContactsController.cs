using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.EditContact;
using Sendra.Application.Contacts.EraseContact;
using Sendra.Application.Contacts.ExportContact;
using Sendra.Application.Contacts.ExportContacts;
using Sendra.Application.Contacts.GetContact;
using Sendra.Application.Contacts.GetContactTimeline;
using Sendra.Application.Contacts.ListContacts;
using Sendra.Application.Contacts.SaveContact;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contacts;
using Sendra.WebApi.Contracts.Contacts;
using Sendra.WebApi.Contracts.Enrollments;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Contracts.EventSources;
using Sendra.WebApi.Contracts.Messages;
using Sendra.WebApi.Exports;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Controllers;

/// <summary>People, one for each address. A contact may also have an external id: that of your own system.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/contacts")]
[Tags("Contacts")]
public sealed class ContactsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists contacts.</summary>
    /// <remarks>
    /// A search looks at up to 100,000 contacts for a page (10,000 with sort=email). In a larger workspace, a page can hold few items, or none,
    /// and still have a nextCursor: go on with it.
    /// </remarks>
    /// <param name="email">Only the contact with this email, in any spelling that normalizes to it.</param>
    /// <param name="externalId">Only the one with this external id; case counts.</param>
    /// <param name="query">Only contacts whose names or email have these words in any part of them, ignoring case and accents; up to five words count.</param>
    /// <param name="sort">newest, oldest or email. Default: newest.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<ContactResult>> List(
        string? email, string? externalId, string? query, ContactSort? sort, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListContactsQuery(new ContactFilterText(email, externalId, query, sort), new Paging(limit, cursor)), cancellationToken);

    /// <summary>Creates a contact, or changes the one that has this email.</summary>
    /// <remarks>
    /// Custom fields stand beside the other fields. An unknown field or a value of the wrong type is left out and named in warnings, as with an
    /// event's contactProperties. No automation reacts: only events enroll and exit. Waits for a date of the contact are recalculated.
    /// </remarks>
    /// <param name="request">The contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="201">Created.</response>
    /// <response code="200">The contact was there before, and is changed.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [ProducesResponseType<ContactResult>(StatusCodes.Status201Created)]
    [ProducesResponseType<ContactResult>(StatusCodes.Status200OK)]
    public async Task<ActionResult<ContactResult>> Save(ContactRequest request, CancellationToken cancellationToken)
    {
        var saved = await mediator.Send(new SaveContactCommand(request.Json), cancellationToken);
        return saved.IsNew ? Created($"/api/contacts/{saved.Contact.Id}", saved.Contact) : saved.Contact;
    }

    /// <summary>Changes a contact. The email can't be changed: it tells which contact this is.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="request">What changes; absent fields stay as they are, null clears.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The contact as it is now, with warnings about what was left out.</response>
    [HttpPatch("{id:guid}")]
    [Needs(Need.Manage)]
    public Task<ContactResult> Edit(ContactId id, ContactRequest request, CancellationToken cancellationToken) =>
        mediator.Send(new EditContactCommand(id, request.Json), cancellationToken);

    /// <summary>Exports all contacts that match the filters, as CSV or NDJSON.</summary>
    /// <remarks>
    /// The export is streamed, so it starts at once and can have any size. CSV has a column for each custom field; cells that a spreadsheet would
    /// read as a formula start with an apostrophe. If the connection breaks off, the export is incomplete.
    /// </remarks>
    /// <param name="email">Only the contact with this email.</param>
    /// <param name="externalId">Only the one with this external id.</param>
    /// <param name="query">Only contacts whose names or email have these words in any part of them.</param>
    /// <param name="sort">newest, oldest or email. Default: newest.</param>
    /// <param name="format">csv or ndjson. Default: csv.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The contacts.</response>
    /// <response code="429">`exportsBusy`: this workspace is running five exports, or this node is running as many as it can. Try again after `Retry-After` seconds.</response>
    [HttpGet("export")]
    [Needs(Need.Read, Confirmed = true)]
    [EndsWithCaller]
    [ShowsBehind]
    [ProducesResponseType<string>(StatusCodes.Status200OK, ExportTypes.Csv, ExportTypes.Ndjson)]
    public async Task<IActionResult> ExportList(
        string? email, string? externalId, string? query, ContactSort? sort, ExportFormat? format, CancellationToken cancellationToken) =>
        new ContactExportResult(
            await mediator.Send(new ExportContactsQuery(new ContactFilterText(email, externalId, query, sort)), cancellationToken), format ?? ExportFormat.Csv);

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
    [Needs(Need.Read, Confirmed = true)]
    [EndsWithCaller]
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
    [Needs(Need.Manage, Confirmed = true)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Erase(ContactId id, CancellationToken cancellationToken)
    {
        await mediator.Send(new EraseContactCommand(id), cancellationToken);
        return NoContent();
    }
}
