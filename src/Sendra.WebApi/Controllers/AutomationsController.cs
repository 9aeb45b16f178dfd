using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Automations;
using Sendra.Application.Automations.ActivateAutomation;
using Sendra.Application.Automations.ArchiveAutomation;
using Sendra.Application.Automations.DuplicateAutomation;
using Sendra.Application.Automations.GetAutomation;
using Sendra.Application.Automations.GetVersion;
using Sendra.Application.Automations.ListAutomations;
using Sendra.Application.Automations.ListVersions;
using Sendra.Application.Automations.PauseAutomation;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.WebApi.Access;
using Sendra.WebApi.Automations;
using Sendra.WebApi.Contracts.Automations;

namespace Sendra.WebApi.Controllers;

/// <summary>What happens to contacts when events arrive.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/automations")]
[Tags("Automations")]
public sealed class AutomationsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists automations, newest first.</summary>
    /// <param name="status">Only those with this status.</param>
    /// <param name="query">Only those whose name contains this text, in any case.</param>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public async Task<Page<AutomationResponse>> List(
        AutomationStatus? status, string? query, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new ListAutomationsQuery(status, query, new Paging(limit, cursor)), cancellationToken);
        return page.Select(automation => automation.ToResponse());
    }

    /// <summary>Makes an automation, as a draft.</summary>
    /// <param name="request">What it is to do.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">What would be made: the request was a dry run.</response>
    /// <response code="201">Made; activate it to let it enroll.</response>
    /// <response code="409"><c>tooManyAutomations</c>: the workspace has 5,000, archived ones included.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [ProducesResponseType<AutomationResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<AutomationResponse>(StatusCodes.Status201Created)]
    public async Task<ActionResult<AutomationResponse>> Create(AutomationRequest request, CancellationToken cancellationToken)
    {
        var automation = (await mediator.Send(request.ToCreateCommand(User.ActorId()), cancellationToken)).ToResponse();
        return request.DryRun ? automation : Created($"/api/automations/{automation.Id}", automation);
    }

    /// <summary>Reads one automation.</summary>
    /// <param name="id">The automation.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The automation.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<AutomationResponse> Get(AutomationId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetAutomationQuery(id), cancellationToken)).ToResponse();

    /// <summary>Changes what an automation does from now on; nothing that happened before is touched.</summary>
    /// <remarks>
    /// When the steps change, this makes the next version. New enrollments take it; those under way stay on theirs, or move
    /// with `inFlight`. The answer says how many do which; `dryRun` says it beforehand.
    /// </remarks>
    /// <param name="id">The automation.</param>
    /// <param name="request">All of what it is to do.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The automation as it is now.</response>
    /// <response code="409">
    /// <c>automationArchived</c>; <c>tooManyAutomations</c>: 100 live automations have its trigger, or 300 listen to one of its
    /// events; <c>tooManyVersions</c>: runs under way follow 1,000 versions of its steps; or <c>changedMeanwhile</c> by someone else.
    /// </response>
    [HttpPut("{id:guid}")]
    [Needs(Need.Manage)]
    public async Task<AutomationResponse> Edit(AutomationId id, AutomationRequest request, CancellationToken cancellationToken) =>
        (await mediator.Send(request.ToEditCommand(id, User.ActorId()), cancellationToken)).ToResponse();

    /// <summary>Lets an automation enroll.</summary>
    /// <param name="id">The automation.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The automation, live.</response>
    /// <response code="409">
    /// <c>automationArchived</c>; <c>tooManyAutomations</c>: 100 live automations have its trigger, or 300 listen to one of its
    /// events; or <c>changedMeanwhile</c> by someone else.
    /// </response>
    [HttpPost("{id:guid}/activate")]
    [Needs(Need.Manage)]
    public async Task<AutomationResponse> Activate(AutomationId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new ActivateAutomationCommand(id), cancellationToken)).ToResponse();

    /// <summary>Stops an automation from enrolling; exit events still drop.</summary>
    /// <param name="id">The automation.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The automation, paused.</response>
    /// <response code="409"><c>automationDraft</c>, <c>automationArchived</c>, or <c>changedMeanwhile</c> by someone else.</response>
    [HttpPost("{id:guid}/pause")]
    [Needs(Need.Manage)]
    public async Task<AutomationResponse> Pause(AutomationId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new PauseAutomationCommand(id), cancellationToken)).ToResponse();

    /// <summary>Puts an automation away for good: it neither enrolls nor drops any more, and keeps its history.</summary>
    /// <param name="id">The automation.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The automation, archived.</response>
    /// <response code="409"><c>changedMeanwhile</c> by someone else.</response>
    [HttpPost("{id:guid}/archive")]
    [Needs(Need.Manage)]
    public async Task<AutomationResponse> Archive(AutomationId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new ArchiveAutomationCommand(id), cancellationToken)).ToResponse();

    /// <summary>Makes a draft that does the same; enrollments are not copied.</summary>
    /// <param name="id">The automation to copy, archived or not.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The new automation.</response>
    /// <response code="409"><c>tooManyAutomations</c>: the workspace has 5,000, archived ones included.</response>
    [HttpPost("{id:guid}/duplicate")]
    [Needs(Need.Manage)]
    public async Task<AutomationResponse> Duplicate(AutomationId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new DuplicateAutomationCommand(id, User.ActorId()), cancellationToken)).ToResponse();

    /// <summary>Lists the versions of an automation's steps, newest first.</summary>
    /// <remarks>The newest 100 are kept, and older ones as long as a run under way follows them.</remarks>
    /// <param name="id">The automation.</param>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet("{id:guid}/versions")]
    [Needs(Need.Read)]
    public Task<Page<VersionItem>> Versions(AutomationId id, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListVersionsQuery(id, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Reads one version with its steps.</summary>
    /// <param name="id">The automation.</param>
    /// <param name="version">Counts from 1.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The version.</response>
    [HttpGet("{id:guid}/versions/{version:int}")]
    [Needs(Need.Read)]
    public Task<VersionResult> Version(AutomationId id, int version, CancellationToken cancellationToken) =>
        mediator.Send(new GetVersionQuery(id, version), cancellationToken);

    /// <summary>Says what would have happened, had an automation been live in a period. Nothing is written.</summary>
    /// <remarks>
    /// Give a definition, or the id of an automation, or both: then what is given counts instead of what is saved. It is
    /// run over the events that the log still has, as if it had been live, just so, from the beginning of the period to its
    /// end. A definition alone begins with no enrollments. With an id, those that the automation made before the period
    /// count: whoever was in it by then can't enter one time any more, and what was under way then can be dropped.
    /// Enrollments that begin in the simulation stay active until an exit event drops them.
    ///
    /// The answer is a stream of lines of JSON: several with `type` `progress`, then one with `result`. To cancel, close
    /// the connection. A stream that ends without a result broke off. Each workspace runs one at a time.
    /// </remarks>
    /// <param name="request">What is to be run, and over which period.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The lines; the last one has the result.</response>
    /// <response code="404">There is no such automation in this workspace.</response>
    /// <response code="429">`simulationsBusy`: a simulation of this workspace, or as many as this node may run, are under way; `Retry-After` says when to ask again.</response>
    [HttpPost("simulate")]
    [Needs(Need.Read)]
    [ProducesResponseType<SimulationLine>(StatusCodes.Status200OK, SimulationLinesResult.ContentType)]
    public async Task<IActionResult> Simulate(SimulateAutomationRequest request, CancellationToken cancellationToken) =>
        new SimulationLinesResult(await mediator.Send(request.ToQuery(), cancellationToken));
}
