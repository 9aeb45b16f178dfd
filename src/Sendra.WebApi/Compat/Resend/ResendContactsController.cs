using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.ListContacts;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>Contacts for Resend's clients.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route(ResendController.Path + "/contacts")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Resend")]
public sealed class ResendContactsController(IMediator mediator) : ControllerBase
{
    private readonly CompatContacts _contacts = new(mediator);

    /// <summary>Makes a contact, or changes the one with the email (<c>resend.contacts.create</c>).</summary>
    /// <param name="request">The contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="201">It is saved.</response>
    /// <response code="422">A field is wrong.</response>
    [HttpPost]
    [Needs(Need.SendEvents)]
    [ProducesResponseType<ResendSavedContact>(StatusCodes.Status201Created)]
    public async Task<CreatedResult> Create(ResendContactRequest request, CancellationToken cancellationToken)
    {
        if (request.Unsubscribed is true)
        {
            await _contacts.UnsubscribeAsync(request.Email, cancellationToken);
        }

        var saved = (await _contacts.SaveAsync(request.Email, null, request.ToProperties(), cancellationToken)).Contact;
        Warn(request, saved);
        return Created($"{ResendController.Path}/contacts/{saved.Id}", new ResendSavedContact(saved.Id));
    }

    /// <summary>Lists contacts, newest first (<c>resend.contacts.list</c>).</summary>
    /// <param name="limit">How many: 1 to 200. Default: 20.</param>
    /// <param name="after">The id of the last one seen.</param>
    /// <param name="before">Not supported: page forward.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.SendEvents)]
    public async Task<ResendList<ResendContact>> List(int? limit, ContactId? after, string? before, CancellationToken cancellationToken)
    {
        var paging = ResendPaging.Of(limit, after is { } id ? Paging.CursorOf(id) : null, before);
        var page = await mediator.Send(new ListContactsQuery(new ContactFilterText(null, null, null, null), paging), cancellationToken);
        return new ResendList<ResendContact>([.. page.Items.Select(ResendContact.From)], page.NextCursor is not null);
    }

    /// <summary>Returns one contact (<c>resend.contacts.get</c>).</summary>
    /// <param name="id">Its id in Sendra, or its address.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The contact.</response>
    /// <response code="404">There is no such contact.</response>
    [HttpGet("{id}")]
    [Needs(Need.SendEvents)]
    public async Task<ResendContact> Get(string id, CancellationToken cancellationToken) =>
        ResendContact.From(await _contacts.ByIdOrEmailAsync(id, cancellationToken));

    /// <summary>Changes a contact (<c>resend.contacts.update</c>).</summary>
    /// <param name="id">Its id in Sendra, or its address.</param>
    /// <param name="request">What changes.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is saved.</response>
    /// <response code="404">There is no such contact.</response>
    [HttpPatch("{id}")]
    [Needs(Need.SendEvents)]
    public async Task<ResendSavedContact> Update(string id, ResendContactRequest request, CancellationToken cancellationToken)
    {
        var contact = await _contacts.ByIdOrEmailAsync(id, cancellationToken);
        if (request.Unsubscribed is true)
        {
            await _contacts.UnsubscribeAsync(contact.Email, cancellationToken);
        }

        var saved = await _contacts.EditAsync(contact.Id, null, request.ToProperties(), cancellationToken);
        Warn(request, saved);
        return new ResendSavedContact(saved.Id);
    }

    /// <summary>Erases a contact, with its events and enrollments (<c>resend.contacts.remove</c>).</summary>
    /// <param name="id">Its id in Sendra, or its address.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is erased.</response>
    /// <response code="404">There is no such contact.</response>
    [HttpDelete("{id}")]
    [Needs(Need.SendEvents)]
    public async Task<ResendDeletedContact> Remove(string id, CancellationToken cancellationToken)
    {
        var contact = await _contacts.ByIdOrEmailAsync(id, cancellationToken);
        await _contacts.EraseAsync(contact.Id, cancellationToken);
        return new ResendDeletedContact(contact.Id);
    }

    private void Warn(ResendContactRequest request, ContactResult saved)
    {
        Response.WarnNotUsed(request.NotUsed());
        Response.WarnNotUsed(request.Unsubscribed is false && saved.Suppression is not null ? ["unsubscribed"] : []);
        Response.Warn(saved.Warnings ?? [], "external_id", "payload");
    }
}
