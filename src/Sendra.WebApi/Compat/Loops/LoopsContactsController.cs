using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.DeclareCustomField;
using Sendra.Application.Contacts.ListCustomFields;
using Sendra.Domain.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Loops;

/// <summary>Contacts for Loops' client.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route(LoopsController.Path + "/api/v1/contacts")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Loops")]
public sealed class LoopsContactsController(IMediator mediator) : ControllerBase
{
    private readonly CompatContacts _contacts = new(mediator);

    /// <summary>Makes a contact (<c>createContact</c>).</summary>
    /// <param name="request">The contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It was made.</response>
    /// <response code="409">There is a contact with this email.</response>
    [HttpPost("create")]
    [Needs(Need.SendEvents)]
    public async Task<ActionResult<LoopsSavedContact>> Create(LoopsContactRequest request, CancellationToken cancellationToken)
    {
        if (await _contacts.ByEmailAsync(request.Email, cancellationToken) is not null)
        {
            await HttpContext.WriteProblemAsync(StatusCodes.Status409Conflict, "contactExists", "There is a contact with this email.");
            return new EmptyResult();
        }

        return await SaveAsync(request, cancellationToken);
    }

    /// <summary>Changes a contact, or makes it when there is none with the email (<c>updateContact</c>).</summary>
    /// <param name="request">What changes. Without an email, <c>userId</c> finds the contact.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is saved.</response>
    [HttpPut("update")]
    [Needs(Need.SendEvents)]
    public async Task<LoopsSavedContact> Update(LoopsContactRequest request, CancellationToken cancellationToken)
    {
        if (request is not { Email: null, UserId: { } userId })
        {
            return await SaveAsync(request, cancellationToken);
        }

        var found = await _contacts.ByExternalIdAsync(userId, cancellationToken) ?? throw JsonBody.Wrong("email", "is required, because no contact has this userId");
        await UnsubscribeAsync(request, found.Email, cancellationToken);
        var saved = await _contacts.EditAsync(found.Id, null, request.Others, cancellationToken);
        Warn(request, saved);
        return new LoopsSavedContact(saved.Id);
    }

    /// <summary>Finds a contact (<c>findContact</c>).</summary>
    /// <param name="email">Its address. Either this or <c>userId</c>.</param>
    /// <param name="userId">Your own id of it.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A list of one, or of none.</response>
    [HttpGet("find")]
    [Needs(Need.SendEvents)]
    public async Task<LoopsContact[]> Find(string? email, string? userId, CancellationToken cancellationToken) =>
        await FindAsync(email, userId, cancellationToken) is { } found ? [LoopsContact.From(found)] : [];

    /// <summary>Erases a contact, with its events and enrollments (<c>deleteContact</c>).</summary>
    /// <param name="request">Which.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is erased.</response>
    /// <response code="404">There is no such contact.</response>
    [HttpPost("delete")]
    [Needs(Need.SendEvents)]
    public async Task<LoopsDeletedContact> Delete(LoopsContactPointer request, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request.Email, request.UserId, cancellationToken) ?? throw new NotFoundException("contact");
        await _contacts.EraseAsync(found.Id, cancellationToken);
        Response.WarnNotUsed(request.NotUsed());
        return new LoopsDeletedContact();
    }

    /// <summary>Lists the contact properties (<c>listContactProperties</c>).</summary>
    /// <param name="list"><c>custom</c> for those that you declared, <c>all</c> for the names and addresses, too.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The properties.</response>
    [HttpGet("properties")]
    [Needs(Need.SendEvents)]
    public async Task<IReadOnlyList<LoopsProperty>> ListProperties(string? list, CancellationToken cancellationToken)
    {
        var properties = new List<LoopsProperty>(list == "custom" ? [] : LoopsProperty.Own);
        string? cursor = null;
        do
        {
            var page = await mediator.Send(new ListCustomFieldsQuery(new Paging(Paging.MaxLimit, cursor)), cancellationToken);
            properties.AddRange(page.Items.Select(LoopsProperty.From));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return properties;
    }

    /// <summary>Declares a contact property (<c>createContactProperty</c>).</summary>
    /// <param name="request">The property.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is declared.</response>
    [HttpPost("properties")]
    [Needs(Need.SendEvents)]
    public async Task<LoopsSuccess> CreateProperty(LoopsPropertyRequest request, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeclareCustomFieldCommand(request.Name, request.FieldType), cancellationToken);
        Response.WarnNotUsed(request.NotUsed());
        return new LoopsSuccess();
    }

    private async Task<LoopsSavedContact> SaveAsync(LoopsContactRequest request, CancellationToken cancellationToken)
    {
        await UnsubscribeAsync(request, request.Email, cancellationToken);
        var saved = (await _contacts.SaveAsync(request.Email, request.UserId, request.Others, cancellationToken)).Contact;
        Warn(request, saved);
        return new LoopsSavedContact(saved.Id);
    }

    private Task<ContactResult?> FindAsync(string? email, string? userId, CancellationToken cancellationToken) => (email, userId) switch
    {
        (not null, not null) => throw JsonBody.Wrong("userId", "must be left out when there is an email"),
        (null, not null) => _contacts.ByExternalIdAsync(userId, cancellationToken),
        _ => _contacts.ByEmailAsync(email, cancellationToken),
    };

    private Task UnsubscribeAsync(LoopsContactRequest request, string? email, CancellationToken cancellationToken) =>
        request.Subscribed is false ? _contacts.UnsubscribeAsync(email, cancellationToken) : Task.CompletedTask;

    private void Warn(LoopsContactRequest request, ContactResult saved)
    {
        Response.WarnNotUsed(request.MailingLists is null ? [] : ["mailingLists"]);
        Response.WarnNotUsed(request.Subscribed is true && saved.Suppression is not null ? ["subscribed"] : []);
        Response.Warn(saved.Warnings ?? [], "userId", "eventProperties");
    }
}
