using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.EventPatterns;
using Sendra.Application.EventPatterns.DeclarePattern;
using Sendra.Application.EventPatterns.DeclareUndeclared;
using Sendra.Application.EventPatterns.DeletePattern;
using Sendra.Application.EventPatterns.GetPattern;
using Sendra.Application.EventPatterns.LearnPattern;
using Sendra.Application.EventPatterns.ListPatterns;
using Sendra.Application.EventPatterns.ListUndeclaredNames;
using Sendra.Application.EventPatterns.ReviewCatalog;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.EventPatterns;

namespace Sendra.WebApi.Controllers;

/// <summary>Declared event names: what the workspace cares about. Events flow with or without one.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/event-patterns")]
[Tags("Event patterns")]
public sealed class EventPatternsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists declared names in ordinal order; also autocomplete.</summary>
    /// <param name="query">Only names that contain this text, in any case.</param>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<PatternResult>> List(string? query, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListPatternsQuery(query, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Declares a name. Declaring it again changes nothing, its description included.</summary>
    /// <param name="request">The name.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="201">Declared.</response>
    /// <response code="200">It was declared before; the answer is what it was declared as.</response>
    /// <response code="409"><c>tooManyPatterns</c>: the workspace has 40,000.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [ProducesResponseType<PatternResult>(StatusCodes.Status201Created)]
    [ProducesResponseType<PatternResult>(StatusCodes.Status200OK)]
    public async Task<ActionResult<PatternResult>> Declare(DeclarePatternRequest request, CancellationToken cancellationToken)
    {
        var (pattern, isNew) = await mediator.Send(new DeclarePatternCommand(request.Name, request.Description), cancellationToken);
        return isNew ? Created($"/api/event-patterns/{pattern.Id}", pattern) : pattern;
    }

    /// <summary>Reads one declared name.</summary>
    /// <param name="id">The pattern.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The pattern.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public Task<PatternResult> Get(EventPatternId id, CancellationToken cancellationToken) =>
        mediator.Send(new GetPatternQuery(id), cancellationToken);

    /// <summary>Changes a declared name's description or schema. PUT does the same.</summary>
    /// <remarks>A schema counts for the events that come from now on, whatever their way: the API, a batch, a webhook or a replay.</remarks>
    /// <param name="id">The pattern.</param>
    /// <param name="request">What changes.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The pattern as it is now.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same moment; ask again. Or <c>tooManySchemas</c>: the workspace enforces 500.</response>
    [HttpPatch("{id:guid}")]
    [Needs(Need.Manage)]
    [ProducesResponseType<PatternResult>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public Task<PatternResult> Edit(EventPatternId id, EditPatternRequest request, CancellationToken cancellationToken) =>
        mediator.Send(request.ToCommand(id), cancellationToken);

    /// <summary>The same as PATCH: what is left out stays as it is.</summary>
    /// <param name="id">The pattern.</param>
    /// <param name="request">What changes.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The pattern as it is now.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same moment; ask again. Or <c>tooManySchemas</c>: the workspace enforces 500.</response>
    [HttpPut("{id:guid}")]
    [Needs(Need.Manage)]
    [ProducesResponseType<PatternResult>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public Task<PatternResult> Put(EventPatternId id, EditPatternRequest request, CancellationToken cancellationToken) =>
        Edit(id, request, cancellationToken);

    /// <summary>Adds to a pattern's schema what its last 200 events had.</summary>
    /// <remarks>
    /// Properties that the schema names already stay as they are. A property is required when each of the events had it, and left
    /// out when they had it with several types. The enforcement stays.
    /// </remarks>
    /// <param name="id">The pattern.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The pattern as it is now; unchanged when no event of the name is in the log.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same moment; ask again.</response>
    [HttpPost("{id:guid}/learn")]
    [Needs(Need.Manage)]
    [ProducesResponseType<PatternResult>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public Task<PatternResult> Learn(EventPatternId id, CancellationToken cancellationToken) =>
        mediator.Send(new LearnPatternCommand(id), cancellationToken);

    /// <summary>Takes a declaration back; events stay and read as undeclared again.</summary>
    /// <param name="id">The pattern.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="204">Deleted.</response>
    /// <response code="409">Somebody else changed it at the same moment; ask again.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Manage)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Delete(EventPatternId id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeletePatternCommand(id), cancellationToken);
        return NoContent();
    }

    /// <summary>Lists names that were received but are not declared, in ordinal order.</summary>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet("undeclared")]
    [Needs(Need.Read)]
    public Task<Page<UndeclaredName>> ListUndeclared(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListUndeclaredNamesQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Declares names that were received without being declared, at once. Doing it again changes nothing.</summary>
    /// <param name="request">Which names; all of them when none are given.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">Which were declared, and which can't be and why.</response>
    [HttpPost("declare-undeclared")]
    [Needs(Need.Manage)]
    public Task<DeclareUndeclaredResult> DeclareUndeclared(DeclareUndeclaredRequest request, CancellationToken cancellationToken) =>
        mediator.Send(new DeclareUndeclaredCommand(request.Names), cancellationToken);

    /// <summary>Says what is probably not meant about event names.</summary>
    /// <remarks>
    /// Names that differ only in case or punctuation, automations that wait for or exit on a name never received, and
    /// properties whose JSON type changed: those at the top of eventProperties, about 100 for each event name, with names
    /// up to 100 characters; null counts as no type. Looks at up to 10,000 names.
    /// </remarks>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The findings.</response>
    [HttpGet("health")]
    [Needs(Need.Read)]
    public async Task<CatalogHealthResponse> Health(CancellationToken cancellationToken) =>
        new([.. (await mediator.Send(new ReviewCatalogQuery(), cancellationToken)).Select(finding => finding.ToResponse())]);
}
