using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Automations.ActivateAutomation;
using Sendra.Application.Automations.ArchiveAutomation;
using Sendra.Application.Automations.DuplicateAutomation;
using Sendra.Application.Automations.ListAutomations;
using Sendra.Application.Automations.PauseAutomation;
using Sendra.Application.Automations.StopAutomation;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.WebApi.Access;
using Sendra.WebApi.Automations;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Automations for Resend's clients.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route(ResendController.Path + "/automations")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Resend")]
public sealed class ResendAutomationsController(IMediator mediator) : ControllerBase
{
    private static readonly AutomationStatus[] Disabled = [AutomationStatus.Draft, AutomationStatus.Paused];

    private readonly ResendDefinitions _definitions = new(mediator);

    /// <summary>Creates an automation (<c>resend.automations.create</c>).</summary>
    /// <remarks>
    /// The steps are those of Resend: a `trigger`, then `delay`, `send_email` (its template is one of Sendra's), `wait_for_event`, `condition` and
    /// `contact_update`. What Sendra has no use for (an email's `reply_to` and `variables`) is kept, and named in `Sendra-Warnings`.
    /// </remarks>
    /// <param name="request">What it does.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="201">It is created, and live if its status is enabled.</response>
    /// <response code="409">The workspace has as many automations as it can.</response>
    /// <response code="422">Something is wrong with it. The message names the step.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [ProducesResponseType<ResendAutomationId>(StatusCodes.Status201Created)]
    public async Task<CreatedResult> Create(ResendAutomationRequest request, CancellationToken cancellationToken)
    {
        var (automation, notUsed) = await _definitions.CreateAsync(request, User.ActorId(), cancellationToken);
        Response.WarnNotUsed([.. request.AllNotUsed(), .. notUsed]);
        return Created($"{ResendController.Path}/automations/{automation.Id}", new ResendAutomationId(automation.Id));
    }

    /// <summary>Lists automations, newest first (<c>resend.automations.list</c>).</summary>
    /// <param name="status">Only those with this status: <c>enabled</c> or <c>disabled</c>.</param>
    /// <param name="limit">How many: 1 to 200. Default: 20.</param>
    /// <param name="after">The id of the last one seen.</param>
    /// <param name="before">Not supported: page forward.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public async Task<ResendList<ResendAutomation>> List(string? status, int? limit, AutomationId? after, string? before, CancellationToken cancellationToken)
    {
        AutomationStatus[] statuses = status switch
        {
            null => [AutomationStatus.Live, .. Disabled],
            "enabled" => [AutomationStatus.Live],
            "disabled" => Disabled,
            _ => throw JsonBody.Wrong("status", "must be enabled or disabled"),
        };
        var paging = ResendPaging.Of(limit, after is { } id ? Paging.CursorOf(id) : null, before);
        var page = await mediator.Send(new ListAutomationsQuery(statuses, null, paging), cancellationToken);
        return new ResendList<ResendAutomation>([.. page.Items.Select(ResendAutomation.From)], page.NextCursor is not null);
    }

    /// <summary>Returns an automation with its steps (<c>resend.automations.get</c>).</summary>
    /// <param name="id">Its id in Sendra.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The automation.</response>
    /// <response code="404">There is none, or it was removed.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<ResendAutomationDetails> Get(AutomationId id, CancellationToken cancellationToken)
    {
        var automation = await _definitions.FindAsync(id, cancellationToken);
        return ResendAutomationDetails.Of(
            automation.Steps is { } steps && !User.SeesSecrets() ? automation with { Steps = MaskedSteps.Of(steps) } : automation);
    }

    /// <summary>Changes an automation (<c>resend.automations.update</c>).</summary>
    /// <remarks>Runs under way go on by the steps that they began with. While it is disabled, they stand still.</remarks>
    /// <param name="id">Its id in Sendra.</param>
    /// <param name="request">What changes.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is changed.</response>
    /// <response code="404">There is none, or it was removed.</response>
    /// <response code="409">Somebody else changed it at the same time.</response>
    /// <response code="422">Something is wrong with it. The message names the step.</response>
    [HttpPatch("{id:guid}")]
    [Needs(Need.Manage)]
    public async Task<ResendAutomationId> Update(AutomationId id, ResendAutomationRequest request, CancellationToken cancellationToken)
    {
        var (isEnabled, current) = (request.IsEnabled, await _definitions.FindAsync(id, cancellationToken));
        var notUsed = await _definitions.EditAsync(current, request, User.ActorId(), cancellationToken);
        if (isEnabled is true)
        {
            await mediator.Send(new ActivateAutomationCommand(id), cancellationToken);
        }
        else if (isEnabled is false && current.Status == AutomationStatus.Live)
        {
            await mediator.Send(new PauseAutomationCommand(id), cancellationToken);
        }

        Response.WarnNotUsed([.. request.AllNotUsed(), .. notUsed]);
        return new ResendAutomationId(id);
    }

    /// <summary>Removes an automation: it is archived, and its runs end (<c>resend.automations.remove</c>).</summary>
    /// <param name="id">Its id in Sendra.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is removed.</response>
    /// <response code="404">There is none, or it was removed.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Manage)]
    public async Task<ResendRemovedAutomation> Remove(AutomationId id, CancellationToken cancellationToken)
    {
        await _definitions.FindAsync(id, cancellationToken);
        await mediator.Send(new ArchiveAutomationCommand(id), cancellationToken);
        return new ResendRemovedAutomation(id);
    }

    /// <summary>Copies an automation to a new one that is disabled (<c>resend.automations.duplicate</c>).</summary>
    /// <param name="id">Its id in Sendra.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="201">The copy.</response>
    /// <response code="404">There is none, or it was removed.</response>
    /// <response code="409">The workspace has as many automations as it can.</response>
    [HttpPost("{id:guid}/duplicate")]
    [Needs(Need.Manage)]
    [ProducesResponseType<ResendAutomationId>(StatusCodes.Status201Created)]
    public async Task<CreatedResult> Duplicate(AutomationId id, CancellationToken cancellationToken)
    {
        await _definitions.FindAsync(id, cancellationToken);
        var copy = await mediator.Send(new DuplicateAutomationCommand(id, User.ActorId()), cancellationToken);
        return Created($"{ResendController.Path}/automations/{copy.Id}", new ResendAutomationId(copy.Id));
    }

    /// <summary>Disables an automation and ends its runs (<c>resend.automations.stop</c>).</summary>
    /// <param name="id">Its id in Sendra.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is disabled. No run leaves its step any more, and all end within moments.</response>
    /// <response code="404">There is none, or it was removed.</response>
    [HttpPost("{id:guid}/stop")]
    [Needs(Need.Manage)]
    public async Task<ResendStoppedAutomation> Stop(AutomationId id, CancellationToken cancellationToken)
    {
        await _definitions.FindAsync(id, cancellationToken);
        await mediator.Send(new StopAutomationCommand(id), cancellationToken);
        return new ResendStoppedAutomation(id);
    }
}
