using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Ingestion;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>The second version of Customer.io's tracking API, at which its client arrives by itself.</summary>
/// <param name="mediator">Carries commands to their handlers.</param>
/// <param name="clock">What time it is.</param>
[ApiController]
[Route(CustomerioController.Path + "/api/v2")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Customer.io")]
public sealed class CustomerioEntitiesController(IMediator mediator, TimeProvider clock) : ControllerBase
{
    private const int MaxOperations = 1_000;

    private readonly CustomerioEvents _events = new(mediator, clock);
    private readonly CustomerioPeople _people = new(mediator);

    /// <summary>Does one operation (<c>entity</c>).</summary>
    /// <param name="request">The operation.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is done.</response>
    [HttpPost("entity")]
    [Needs(Need.SendEvents)]
    public async Task<CustomerioNothing> Apply(CustomerioEntity request, CancellationToken cancellationToken)
    {
        await ApplyOneAsync(request, cancellationToken);
        return new CustomerioNothing();
    }

    /// <summary>Does up to 1,000 operations in order (<c>batch</c>). One that is wrong stops no other.</summary>
    /// <param name="request">The operations.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">All are done.</response>
    /// <response code="207">Those that are not listed are done.</response>
    [HttpPost("batch")]
    [Needs(Need.SendEvents)]
    [ProducesResponseType<CustomerioNothing>(StatusCodes.Status200OK)]
    [ProducesResponseType<CustomerioBatchErrors>(StatusCodes.Status207MultiStatus)]
    public async Task<IActionResult> ApplyAll(CustomerioBatch request, CancellationToken cancellationToken)
    {
        if (request.Batch is not { Count: > 0 and <= MaxOperations } batch)
        {
            throw JsonBody.Wrong("batch", $"must hold 1 to {MaxOperations} operations");
        }

        var errors = new List<CustomerioBatchError>();
        foreach (var (index, operation) in batch.Index())
        {
            try
            {
                await ApplyOneAsync(operation ?? throw JsonBody.Wrong("batch", "must hold objects"), cancellationToken);
            }
            catch (ValidationException invalid)
            {
                var first = invalid.Errors.First();
                errors.Add(new CustomerioBatchError(index, "invalid", first.PropertyName, first.ErrorMessage));
            }
            catch (EventRefusedException refusal)
            {
                errors.Add(new CustomerioBatchError(index, "invalid", refusal.Errors.Keys.First(), refusal.Message));
            }
        }

        return errors.Count == 0 ? Ok(new CustomerioNothing()) : StatusCode(StatusCodes.Status207MultiStatus, new CustomerioBatchErrors(errors));
    }

    private async Task ApplyOneAsync(CustomerioEntity operation, CancellationToken cancellationToken)
    {
        if (operation.Type != "person")
        {
            throw JsonBody.Wrong("type", "must be person");
        }

        var person = PersonIn(operation.Identifiers);
        switch (operation.Action)
        {
            case "event":
                await _events.SendAsync(
                    person, operation.Name, JsonFields.ToObject(operation.Attributes ?? []), operation.Timestamp, operation.Id, Response, cancellationToken);
                break;
            case "identify":
                var attributes = operation.Attributes ?? [];
                var email = attributes.TryGetValue("email", out var address) && address.ValueKind == System.Text.Json.JsonValueKind.String ? address.GetString() : null;
                var saved = await _people.IdentifyAsync(
                    person,
                    email,
                    attributes.TryGetValue("unsubscribed", out var unsubscribed) ? unsubscribed : null,
                    attributes.Where(attribute => attribute.Key is not ("email" or "unsubscribed")),
                    cancellationToken);
                Response.Warn(saved.Warnings ?? [], "id", "attributes");
                break;
            case "delete":
                await _people.DeleteAsync(person, cancellationToken);
                break;
            case "suppress":
                await _people.SuppressAsync(person, cancellationToken);
                break;
            case "unsuppress":
                await _people.UnsuppressAsync(person, cancellationToken);
                break;
            default:
                throw JsonBody.Wrong("action", "must be identify, event, delete, suppress or unsuppress");
        }

        Response.WarnNotUsed(operation.NotUsed());
    }

    private static CustomerioPerson PersonIn(CustomerioIdentifiers? identifiers) => identifiers switch
    {
        { Email: { } email } => new CustomerioPerson(email, identifiers.Id),
        { Id: { } id } => CustomerioPerson.InPath(id),
        _ => throw JsonBody.Wrong("identifiers", "must have an id or an email"),
    };
}
