using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.EventPatterns;
using Sendra.Application.EventPatterns.DeclarePattern;
using Sendra.Application.EventPatterns.DeletePattern;
using Sendra.Application.EventPatterns.EditPattern;
using Sendra.Application.EventPatterns.FindPattern;
using Sendra.Application.EventPatterns.GetPattern;
using Sendra.Application.EventPatterns.ListPatterns;
using Sendra.Domain.EventPatterns;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>Declared event names, with their schemas, for Resend's clients.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route(ResendController.Path + "/events")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Resend")]
public sealed class ResendEventsController(IMediator mediator) : ControllerBase
{
    /// <summary>Declares an event name (<c>resend.events.create</c>).</summary>
    /// <remarks>With a schema, events that don't fit are refused. A name that is declared already gets the schema.</remarks>
    /// <param name="request">The name, perhaps with a schema.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="201">It is declared.</response>
    /// <response code="422">A field is wrong.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [ProducesResponseType<ResendEventId>(StatusCodes.Status201Created)]
    public async Task<CreatedResult> Create(ResendEventRequest request, CancellationToken cancellationToken)
    {
        var properties = request.ToProperties();
        var declared = (await mediator.Send(new DeclarePatternCommand(request.Name, null), cancellationToken)).Value;
        if (properties.Count > 0)
        {
            await mediator.Send(new EditPatternCommand(declared.Id, null, properties, Enforcement.Reject), cancellationToken);
        }

        Response.WarnNotUsed(request.NotUsed());
        return Created($"{ResendController.Path}/events/{declared.Id}", new ResendEventId(declared.Id));
    }

    /// <summary>Lists declared event names by name (<c>resend.events.list</c>).</summary>
    /// <param name="limit">How many: 1 to 200. Default: 20.</param>
    /// <param name="after">The id of the last one seen.</param>
    /// <param name="before">Not supported: page forward.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public async Task<ResendList<ResendEvent>> List(int? limit, EventPatternId? after, string? before, CancellationToken cancellationToken)
    {
        var cursor = after is { } id ? Paging.CursorOf((await mediator.Send(new GetPatternQuery(id), cancellationToken)).Name) : null;
        var page = await mediator.Send(new ListPatternsQuery(null, ResendPaging.Of(limit, cursor, before)), cancellationToken);
        return new ResendList<ResendEvent>([.. page.Items.Select(ResendEvent.From)], page.NextCursor is not null);
    }

    /// <summary>Returns a declared event name (<c>resend.events.get</c>).</summary>
    /// <param name="id">Its id, or the name.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The event name.</response>
    /// <response code="404">There is none.</response>
    [HttpGet("{id}")]
    [Needs(Need.Read)]
    public async Task<ResendEvent> Get(string id, CancellationToken cancellationToken) => ResendEvent.From(await FindAsync(id, cancellationToken));

    /// <summary>Changes the schema of an event name (<c>resend.events.update</c>).</summary>
    /// <param name="id">Its id, or the name.</param>
    /// <param name="request">The schema; null for none.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is changed.</response>
    /// <response code="404">There is none.</response>
    /// <response code="422">A field is wrong.</response>
    [HttpPatch("{id}")]
    [Needs(Need.Manage)]
    public async Task<ResendEventId> Update(string id, ResendEventRequest request, CancellationToken cancellationToken)
    {
        var properties = request.ToProperties();
        var pattern = await FindAsync(id, cancellationToken);
        await mediator.Send(
            new EditPatternCommand(pattern.Id, null, properties, properties.Count > 0 ? Enforcement.Reject : Enforcement.None), cancellationToken);
        Response.WarnNotUsed(request.NotUsed());
        return new ResendEventId(pattern.Id);
    }

    /// <summary>Takes a declaration back; its events stay (<c>resend.events.remove</c>).</summary>
    /// <param name="id">Its id, or the name.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is declared no longer.</response>
    /// <response code="404">There is none.</response>
    [HttpDelete("{id}")]
    [Needs(Need.Manage)]
    public async Task<ResendRemovedEvent> Remove(string id, CancellationToken cancellationToken)
    {
        var pattern = await FindAsync(id, cancellationToken);
        await mediator.Send(new DeletePatternCommand(pattern.Id), cancellationToken);
        return new ResendRemovedEvent(pattern.Id);
    }

    private Task<PatternResult> FindAsync(string idOrName, CancellationToken cancellationToken) => Guid.TryParse(idOrName, out var id)
        ? mediator.Send(new GetPatternQuery(new EventPatternId(id)), cancellationToken)
        : mediator.Send(new FindPatternQuery(idOrName), cancellationToken);
}
