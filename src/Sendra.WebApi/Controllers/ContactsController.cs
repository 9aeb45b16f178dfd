using Mapster;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Contacts.GetContact;
using Sendra.Application.Contacts.ListContacts;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Contacts;

namespace Sendra.WebApi.Controllers;

/// <summary>People, one for each address.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/contacts")]
[Tags("Contacts")]
public sealed class ContactsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists contacts: newest first, or by address when searched with query.</summary>
    /// <param name="email">Only the one with this address, in any spelling that normalises to it (E1).</param>
    /// <param name="query">Only those whose address begins so, in any case.</param>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet]
    public async Task<PageResponse<ContactResponse>> List(
        string? email, string? query, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new ListContactsQuery(email, query, new Paging(limit, cursor)), cancellationToken);
        return page.ToResponse(contact => contact.Adapt<ContactResponse>());
    }

    /// <summary>Reads one contact.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The contact.</response>
    [HttpGet("{id:guid}")]
    public async Task<ContactResponse> Get(Guid id, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetContactQuery(id), cancellationToken)).Adapt<ContactResponse>();
}
