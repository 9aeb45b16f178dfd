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

/// <summary>Contact properties that the workspace declared; events may set them.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/custom-fields")]
[Tags("Contacts")]
public sealed class CustomFieldsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists custom fields by name.</summary>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<CustomFieldResult>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListCustomFieldsQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Declares a custom field; a workspace has at most 200.</summary>
    /// <param name="request">The field.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="201">Declared.</response>
    /// <response code="200">It was declared before, with the same type.</response>
    /// <response code="409"><c>customFieldExists</c> with another type, or <c>tooManyCustomFields</c>.</response>
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
    /// Deletes a declaration. Contacts keep their values, which are neither shown nor changed any more; they show again
    /// when a field of that name, and of a type that fits them, is declared.
    /// </summary>
    /// <param name="name">The field's name; case counts.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="204">Deleted.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same moment; ask again.</response>
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
