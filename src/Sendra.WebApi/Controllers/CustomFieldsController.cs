using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.DeclareCustomField;
using Sendra.Application.Contacts.DeleteCustomField;
using Sendra.Application.Contacts.ListCustomFields;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Contacts;

namespace Sendra.WebApi.Controllers;

/// <summary>Custom fields are contact properties that a workspace declares. Events can set them.</summary>
[ApiController]
[Route("api/custom-fields")]
[Tags("Contacts")]
public sealed class CustomFieldsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists custom fields by name.</summary>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<CustomFieldResult>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListCustomFieldsQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Declares a custom field. A workspace can have up to 200.</summary>
    /// <param name="request">The field.</param>
    /// <response code="201">Declared.</response>
    /// <response code="200">It was already declared, with the same type.</response>
    /// <response code="409"><c>customFieldExists</c>: with another type; <c>tooManyCustomFields</c>: the workspace has 200.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [ProducesResponseType<CustomFieldResult>(StatusCodes.Status201Created)]
    [ProducesResponseType<CustomFieldResult>(StatusCodes.Status200OK)]
    public async Task<ActionResult<CustomFieldResult>> Declare(CustomFieldRequest request, CancellationToken cancellationToken)
    {
        var (field, isNew) = await mediator.Send(new DeclareCustomFieldCommand(request.Name, request.Type), cancellationToken);
        return isNew ? Created($"/api/custom-fields/{field.Name}", field) : field;
    }

    /// <summary>
    /// Deletes a custom field. Contacts keep their values, but they are no longer shown or changed. They appear again if you
    /// declare a field with the same name and a matching type.
    /// </summary>
    /// <param name="name">The field's name. Case-sensitive.</param>
    /// <response code="204">Deleted.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same time. Try again.</response>
    [HttpDelete("{name}")]
    [Needs(Need.Manage)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Delete(string name, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteCustomFieldCommand(name), cancellationToken);
        return NoContent();
    }
}
