using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Automations;
using Sendra.Application.Automations.ActivateAutomation;
using Sendra.Application.Automations.ArchiveAutomation;
using Sendra.Application.Automations.CountRuns;
using Sendra.Application.Automations.DuplicateAutomation;
using Sendra.Application.Automations.GetAutomation;
using Sendra.Application.Automations.GetVersion;
using Sendra.Application.Automations.ListAutomations;
using Sendra.Application.Automations.ListVersions;
using Sendra.Application.Automations.PauseAutomation;
using Sendra.Application.Automations.TestAutomation;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.Automations;
using Sendra.WebApi.Contracts.Automations;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Controllers;

/// <summary>Automations enroll contacts when events arrive.</summary>
[ApiController]
[Route("api/automations")]
[Tags("Automations")]
public sealed class AutomationsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists automations, newest first.</summary>
    /// <param name="status">Only items with this status.</param>
    /// <param name="query">Only automations whose name contains this text, ignoring case.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public async Task<Page<AutomationResponse>> List(
        AutomationStatus? status, string? query, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new ListAutomationsQuery(status is { } one ? [one] : [], query, new Paging(limit, cursor)), cancellationToken);
        return page.Select(automation => automation.ToResponse());
    }

    /// <summary>Creates an automation as a draft.</summary>
    /// <param name="request">What the automation does.</param>
    /// <response code="200">For a dry run: what would be created.</response>
    /// <response code="201">Created. Activate it to start enrolling contacts.</response>
    /// <response code="409"><c>tooManyAutomations</c>: the workspace has 5,000, including archived ones.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [ProducesResponseType<AutomationResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<AutomationResponse>(StatusCodes.Status201Created)]
    public async Task<ActionResult<AutomationResponse>> Create(AutomationRequest request, CancellationToken cancellationToken)
    {
        var automation = (await mediator.Send(request.ToCreateCommand(User.ActorId()), cancellationToken)).ToResponse();
        return request.DryRun ? automation : Created($"/api/automations/{automation.Id}", automation);
    }

    /// <summary>Returns an automation.</summary>
    /// <remarks>For an API key without the scope <c>manage</c>, URLs of calls end after their host, and values of their headers are masked.</remarks>
    /// <param name="id">The automation.</param>
    /// <response code="200">The automation.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<AutomationResponse> Get(AutomationId id, CancellationToken cancellationToken)
    {
        var automation = (await mediator.Send(new GetAutomationQuery(id), cancellationToken)).ToResponse();
        return automation with { Steps = Shown(automation.Steps) };
    }

    /// <summary>Changes what an automation does from now on. The past stays as it is.</summary>
    /// <remarks>
    /// If the steps change, this creates the next version. New enrollments use it. Active ones stay on theirs, or move with
    /// `inFlight`. The response says how many stay and how many move. Use `dryRun` to find out in advance.
    /// </remarks>
    /// <param name="id">The automation.</param>
    /// <param name="request">Everything the automation does.</param>
    /// <response code="200">The updated automation.</response>
    /// <response code="409">
    /// <c>automationArchived</c>; <c>tooManyAutomations</c>: 100 live automations have its trigger, or 300 listen for one of its
    /// events; <c>tooManyVersions</c>: active runs follow 1,000 versions of its steps; <c>changedMeanwhile</c>: someone else changed it.
    /// </response>
    [HttpPut("{id:guid}")]
    [Needs(Need.Manage)]
    public async Task<AutomationResponse> Edit(AutomationId id, AutomationRequest request, CancellationToken cancellationToken) =>
        (await mediator.Send(request.ToEditCommand(id, User.ActorId()), cancellationToken)).ToResponse();

    /// <summary>Activates an automation, so that it enrolls contacts.</summary>
    /// <param name="id">The automation.</param>
    /// <response code="200">The live automation.</response>
    /// <response code="409">
    /// <c>automationArchived</c>; <c>tooManyAutomations</c>: 100 live automations have its trigger, or 300 listen for one of its
    /// events; <c>changedMeanwhile</c>: someone else changed it.
    /// </response>
    [HttpPost("{id:guid}/activate")]
    [Needs(Need.Manage)]
    public async Task<AutomationResponse> Activate(AutomationId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new ActivateAutomationCommand(id), cancellationToken)).ToResponse();

    /// <summary>Pauses an automation: it stops enrolling. Exit events still end enrollments.</summary>
    /// <param name="id">The automation.</param>
    /// <response code="200">The paused automation.</response>
    /// <response code="409"><c>automationDraft</c>, <c>automationArchived</c>, or <c>changedMeanwhile</c>: someone else changed it.</response>
    [HttpPost("{id:guid}/pause")]
    [Needs(Need.Manage)]
    public async Task<AutomationResponse> Pause(AutomationId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new PauseAutomationCommand(id), cancellationToken)).ToResponse();

    /// <summary>Archives an automation for good: it no longer enrolls or exits contacts, and keeps its history.</summary>
    /// <param name="id">The automation.</param>
    /// <response code="200">The archived automation.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same time. Try again.</response>
    [HttpPost("{id:guid}/archive")]
    [Needs(Need.Manage)]
    public async Task<AutomationResponse> Archive(AutomationId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new ArchiveAutomationCommand(id), cancellationToken)).ToResponse();

    /// <summary>Copies an automation to a new draft, without its enrollments.</summary>
    /// <param name="id">The automation to copy, archived or not.</param>
    /// <response code="200">The new automation.</response>
    /// <response code="409"><c>tooManyAutomations</c>: the workspace has 5,000, including archived ones.</response>
    [HttpPost("{id:guid}/duplicate")]
    [Needs(Need.Manage)]
    public async Task<AutomationResponse> Duplicate(AutomationId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new DuplicateAutomationCommand(id, User.ActorId()), cancellationToken)).ToResponse();

    /// <summary>Counts an automation's runs by day: how many began, completed and exited.</summary>
    /// <remarks>Days begin at midnight in the workspace's time zone. Runs of erased contacts don't count.</remarks>
    /// <param name="id">The automation.</param>
    /// <param name="days">How many days, today among them: 1 to 90. Default: 30.</param>
    /// <response code="200">The counts.</response>
    [HttpGet("{id:guid}/stats")]
    [Needs(Need.Read)]
    public Task<RunCounts> Stats(AutomationId id, int? days, CancellationToken cancellationToken) =>
        mediator.Send(new CountRunsQuery(id, days), cancellationToken);

    /// <summary>Lists the versions of an automation's steps, newest first.</summary>
    /// <remarks>The newest 100 are kept, and older ones while an active run follows them.</remarks>
    /// <param name="id">The automation.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet("{id:guid}/versions")]
    [Needs(Need.Read)]
    public Task<Page<VersionItem>> Versions(AutomationId id, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListVersionsQuery(id, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Returns a version with its steps.</summary>
    /// <remarks>For an API key without the scope <c>manage</c>, URLs of calls end after their host, and values of their headers are masked.</remarks>
    /// <param name="id">The automation.</param>
    /// <param name="version">The version number, from 1.</param>
    /// <response code="200">The version.</response>
    [HttpGet("{id:guid}/versions/{version:int}")]
    [Needs(Need.Read)]
    public async Task<VersionResult> Version(AutomationId id, int version, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new GetVersionQuery(id, version), cancellationToken);
        return result with { Steps = Shown(result.Steps)!.Value };
    }

    /// <summary>Simulates what an automation would have done if it had been live in a past period. Nothing is written.</summary>
    /// <remarks>
    /// Send a definition, the id of an automation, or both: then what you send replaces what is saved. The simulation runs
    /// the automation over the events that the log still has, as if it had been live and unchanged for the whole period. A
    /// definition alone starts without enrollments. With an id, the enrollments that the automation made before the period
    /// count: a contact that was in it before can't enter a one-time automation again, and enrollments active then can exit.
    /// Enrollments that begin in the simulation stay active until an exit event ends them.
    ///
    /// The response is a stream of JSON lines: several with `type` `progress`, then one with `result`. To cancel, close the
    /// connection. A stream that ends without a result was cut off. A workspace can run one simulation at a time.
    /// </remarks>
    /// <param name="request">What to simulate, and over which period.</param>
    /// <response code="200">JSON lines. The last one has the result.</response>
    /// <response code="404">The workspace has no such automation.</response>
    /// <response code="429">`simulationsBusy`: this workspace is running a simulation, or this node is running as many as it can. Try again after `Retry-After` seconds.</response>
    [HttpPost("simulate")]
    [Needs(Need.Read)]
    [EndsWithCaller]
    [ShowsBehind]
    [ProducesResponseType<SimulationLine>(StatusCodes.Status200OK, SimulationLinesResult.ContentType)]
    public async Task<IActionResult> Simulate(SimulateAutomationRequest request, CancellationToken cancellationToken) =>
        new SimulationLinesResult(await mediator.Send(request.ToQuery(), cancellationToken));

    /// <summary>Tests an automation: what would happen if a contact sent an event now, step by step, with all waits skipped.</summary>
    /// <remarks>
    /// Send the id of an automation, with any status, or a definition that isn't saved. Nothing is written or sent, and the automation need
    /// not be live. The contact has no past: it is only what you send, even if there is a contact with this email, and it was never
    /// enrolled before.
    ///
    /// Each step of the `journey` has the time `at` which the contact would enter it. A `wait` moves that time on to its end. A
    /// `waitForEvent` times out unless `answers` says `received`: then its event arrives at once, without properties, and its `where` isn't
    /// checked. A `split` takes a path at random by weight, so another test may take another. An `updateContact` changes the
    /// contact for the steps that follow. A `callUrl` isn't called: `rendered` is the call as it would be sent, but for the
    /// `webhook-…` headers, which sign each call, and it counts as answered with success.
    ///
    /// If the contact would not be enrolled, `journey` is empty and `decision` says why. An automation without steps has an empty journey, too.
    /// </remarks>
    /// <param name="request">What to test, and on whom.</param>
    /// <response code="200">What would happen.</response>
    /// <response code="404">The workspace has no such automation.</response>
    /// <response code="409">`testTooLarge`: the calls of this test have more than 8 million characters.</response>
    [HttpPost("test")]
    [Needs(Need.Read)]
    public async Task<TestResult> Test(TestAutomationRequest request, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(request.ToQuery(), cancellationToken);
        return User.SeesSecrets() ? result : result with { Journey = [.. result.Journey.Select(MaskedSteps.Of)] };
    }

    // Calls carry tokens, which a key that only reads must not see.
    private RawJson? Shown(RawJson? steps) => steps is { } json && !User.SeesSecrets() ? MaskedSteps.Of(json) : steps;
}
