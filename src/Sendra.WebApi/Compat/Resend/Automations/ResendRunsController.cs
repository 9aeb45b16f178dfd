using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Enrollments;
using Sendra.Application.Enrollments.ExitEnrollment;
using Sendra.Application.Enrollments.GetEnrollment;
using Sendra.Application.Enrollments.ListEnrollments;
using Sendra.Domain.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Runs of automations for Resend's clients.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route(ResendController.Path + "/automations/{automationId:guid}/runs")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Resend")]
public sealed class ResendRunsController(IMediator mediator) : ControllerBase
{
    private readonly ResendDefinitions _definitions = new(mediator);

    /// <summary>Lists the runs of an automation, newest first (<c>resend.automations.runs.list</c>).</summary>
    /// <param name="automationId">The automation.</param>
    /// <param name="status">Only those with this status: <c>running</c>, <c>completed</c>, <c>failed</c> or <c>cancelled</c>, or several with commas.</param>
    /// <param name="limit">How many: 1 to 200. Default: 20.</param>
    /// <param name="after">The id of the last one seen.</param>
    /// <param name="before">Not supported: page forward.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A page of the list.</response>
    /// <response code="404">There is no such automation.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public async Task<ResendList<ResendRun>> List(
        AutomationId automationId, string? status, int? limit, EnrollmentId? after, string? before, CancellationToken cancellationToken)
    {
        var paging = ResendPaging.Of(limit, after is { } id ? Paging.CursorOf(id) : null, before);
        var statuses = ResendRunStatus.Read(status);
        await _definitions.FindAsync(automationId, cancellationToken);
        if (statuses is null)
        {
            return new ResendList<ResendRun>([], HasMore: false);
        }

        var page = await mediator.Send(new ListEnrollmentsQuery(automationId, null, null, statuses, null, null, paging), cancellationToken);
        return new ResendList<ResendRun>([.. page.Items.Select(ResendRun.From)], page.NextCursor is not null);
    }

    /// <summary>Returns a run with the steps that it has come to (<c>resend.automations.runs.get</c>).</summary>
    /// <param name="automationId">The automation.</param>
    /// <param name="id">The run: the id of an enrollment.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The run.</response>
    /// <response code="404">There is no such run.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<ResendRunDetails> Get(AutomationId automationId, EnrollmentId id, CancellationToken cancellationToken)
    {
        var automation = await _definitions.FindAsync(automationId, cancellationToken);
        return ResendRunDetails.Of(await FindAsync(automationId, id, cancellationToken), ResendFormOf.From(automation));
    }

    /// <summary>Cancels a run, at whatever step it is.</summary>
    /// <param name="automationId">The automation.</param>
    /// <param name="id">The run: the id of an enrollment.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is cancelled.</response>
    /// <response code="404">There is no such run.</response>
    /// <response code="422">It has ended already.</response>
    [HttpPost("{id:guid}/cancel")]
    [Needs(Need.Manage)]
    public async Task<ResendCancelledRun> Cancel(AutomationId automationId, EnrollmentId id, CancellationToken cancellationToken)
    {
        await FindAsync(automationId, id, cancellationToken);
        await mediator.Send(new ExitEnrollmentCommand(id), cancellationToken);
        return new ResendCancelledRun(id);
    }

    private async Task<EnrollmentJourney> FindAsync(AutomationId automationId, EnrollmentId id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetEnrollmentQuery(id), cancellationToken) is { } run && run.Enrollment.AutomationId == automationId
            ? run
            : throw new NotFoundException("automation_run");
}
