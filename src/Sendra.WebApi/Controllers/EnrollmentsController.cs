using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Enrollments;
using Sendra.Application.Enrollments.AdvanceEnrollment;
using Sendra.Application.Enrollments.CompleteEnrollment;
using Sendra.Application.Enrollments.ExitEnrollment;
using Sendra.Application.Enrollments.GetEnrollment;
using Sendra.Application.Enrollments.ListEnrollments;
using Sendra.Application.Enrollments.RetryEnrollment;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Enrollments;

namespace Sendra.WebApi.Controllers;

/// <summary>Contacts on their way through automations.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/enrollments")]
[Tags("Enrollments")]
public sealed class EnrollmentsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists enrollments, newest first.</summary>
    /// <param name="automationId">Only those of this automation.</param>
    /// <param name="contactId">Only those of this contact.</param>
    /// <param name="email">Only those of the contact with this address.</param>
    /// <param name="status">Only those with this status.</param>
    /// <param name="stepId">Only those that are at this step now; needs automationId.</param>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<EnrollmentResult>> List(
        AutomationId? automationId, ContactId? contactId, string? email, RunStatus? status, string? stepId, int? limit, string? cursor,
        CancellationToken cancellationToken) =>
        mediator.Send(new ListEnrollmentsQuery(automationId, contactId, email, status, stepId, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Reads one enrollment with its journey: every step that it visited, when, and why it went on as it did.</summary>
    /// <param name="id">The enrollment.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The enrollment.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<EnrollmentJourneyResponse> Get(EnrollmentId id, CancellationToken cancellationToken) =>
        EnrollmentJourneyResponse.From(await mediator.Send(new GetEnrollmentQuery(id), cancellationToken));

    /// <summary>Drops a run by hand, at whatever step it is; its timer is gone.</summary>
    /// <param name="id">The enrollment.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The enrollment, exited; no event did it.</response>
    /// <response code="409"><c>enrollmentEnded</c> before, or <c>changedMeanwhile</c> by someone else.</response>
    [HttpPost("{id:guid}/exit")]
    [Needs(Need.Manage)]
    public async Task<EnrollmentJourneyResponse> Exit(EnrollmentId id, CancellationToken cancellationToken) =>
        EnrollmentJourneyResponse.From(await mediator.Send(new ExitEnrollmentCommand(id), cancellationToken));

    /// <summary>Lets a parked run try its step again.</summary>
    /// <param name="id">The enrollment.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The enrollment; it goes on within a second.</response>
    /// <response code="409"><c>enrollmentNotParked</c>, or <c>enrollmentEnded</c> before.</response>
    [HttpPost("{id:guid}/retry")]
    [Needs(Need.Manage)]
    public async Task<EnrollmentJourneyResponse> Retry(EnrollmentId id, CancellationToken cancellationToken) =>
        EnrollmentJourneyResponse.From(await mediator.Send(new RetryEnrollmentCommand(id), cancellationToken));

    /// <summary>Reports that a run went on to a step, for whatever carries out the steps of an automation that has none here.</summary>
    /// <param name="id">The enrollment.</param>
    /// <param name="request">How far it is.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The enrollment at that step.</response>
    /// <response code="409"><c>automationHasSteps</c>, which move it themselves; <c>enrollmentEnded</c> before; or <c>changedMeanwhile</c> by someone else.</response>
    [HttpPost("{id:guid}/advance")]
    [Needs(Need.Manage)]
    public async Task<EnrollmentJourneyResponse> Advance(EnrollmentId id, AdvanceEnrollmentRequest request, CancellationToken cancellationToken) =>
        EnrollmentJourneyResponse.From(await mediator.Send(new AdvanceEnrollmentCommand(id, request.Step, request.ResumeAt), cancellationToken));

    /// <summary>Reports that a run went through its last step, for whatever carries out the steps of an automation that has none here.</summary>
    /// <param name="id">The enrollment.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The enrollment, completed.</response>
    /// <response code="409"><c>automationHasSteps</c>, which move it themselves; <c>enrollmentEnded</c> before; or <c>changedMeanwhile</c> by someone else.</response>
    [HttpPost("{id:guid}/complete")]
    [Needs(Need.Manage)]
    public async Task<EnrollmentJourneyResponse> Complete(EnrollmentId id, CancellationToken cancellationToken) =>
        EnrollmentJourneyResponse.From(await mediator.Send(new CompleteEnrollmentCommand(id), cancellationToken));
}
