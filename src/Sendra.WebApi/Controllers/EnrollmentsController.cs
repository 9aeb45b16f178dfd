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

/// <summary>An enrollment, or run, is a contact's way through an automation.</summary>
[ApiController]
[Route("api/enrollments")]
[Tags("Enrollments")]
public sealed class EnrollmentsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists enrollments, newest first.</summary>
    /// <param name="automationId">Only enrollments in this automation.</param>
    /// <param name="contactId">Only enrollments of this contact.</param>
    /// <param name="email">Only enrollments of the contact with this email.</param>
    /// <param name="status">Only items with this status.</param>
    /// <param name="stepId">Only enrollments that are at this step now. Requires automationId.</param>
    /// <param name="version">Only enrollments that go, or went last, by this version of the automation's steps. Requires automationId.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<EnrollmentResult>> List(
        AutomationId? automationId, ContactId? contactId, string? email, RunStatus? status, string? stepId, int? version, int? limit, string? cursor,
        CancellationToken cancellationToken) =>
        mediator.Send(new ListEnrollmentsQuery(automationId, contactId, email, status is { } one ? [one] : [], stepId, version, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Returns an enrollment with its journey: every step it visited, when, and why it continued the way it did.</summary>
    /// <param name="id">The enrollment.</param>
    /// <response code="200">The enrollment.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<EnrollmentJourneyResponse> Get(EnrollmentId id, CancellationToken cancellationToken) =>
        EnrollmentJourneyResponse.From(await mediator.Send(new GetEnrollmentQuery(id), cancellationToken));

    /// <summary>Exits a run manually, at any step, and cancels its timer.</summary>
    /// <param name="id">The enrollment.</param>
    /// <response code="200">The exited enrollment.</response>
    /// <response code="409"><c>enrollmentEnded</c>: it has already ended; <c>changedMeanwhile</c>: someone else changed it at the same time.</response>
    [HttpPost("{id:guid}/exit")]
    [Needs(Need.Manage)]
    public async Task<EnrollmentJourneyResponse> Exit(EnrollmentId id, CancellationToken cancellationToken) =>
        EnrollmentJourneyResponse.From(await mediator.Send(new ExitEnrollmentCommand(id), cancellationToken));

    /// <summary>Retries the step of a parked run.</summary>
    /// <param name="id">The enrollment.</param>
    /// <response code="200">The enrollment, which continues within a second.</response>
    /// <response code="409"><c>enrollmentNotParked</c>, or <c>enrollmentEnded</c>: it has already ended.</response>
    [HttpPost("{id:guid}/retry")]
    [Needs(Need.Manage)]
    public async Task<EnrollmentJourneyResponse> Retry(EnrollmentId id, CancellationToken cancellationToken) =>
        EnrollmentJourneyResponse.From(await mediator.Send(new RetryEnrollmentCommand(id), cancellationToken));

    /// <summary>Moves a run to a step, if the automation has no steps in Sendra and another system runs them.</summary>
    /// <param name="id">The enrollment.</param>
    /// <param name="request">The step.</param>
    /// <response code="200">The enrollment at that step.</response>
    /// <response code="409"><c>automationHasSteps</c>: Sendra moves its runs; <c>enrollmentEnded</c>: it has already ended; <c>changedMeanwhile</c>: someone else changed it.</response>
    [HttpPost("{id:guid}/advance")]
    [Needs(Need.Manage)]
    public async Task<EnrollmentJourneyResponse> Advance(EnrollmentId id, AdvanceEnrollmentRequest request, CancellationToken cancellationToken) =>
        EnrollmentJourneyResponse.From(await mediator.Send(new AdvanceEnrollmentCommand(id, request.Step, request.ResumeAt), cancellationToken));

    /// <summary>Completes a run, if the automation has no steps in Sendra and another system runs them.</summary>
    /// <param name="id">The enrollment.</param>
    /// <response code="200">The completed enrollment.</response>
    /// <response code="409"><c>automationHasSteps</c>: Sendra moves its runs; <c>enrollmentEnded</c>: it has already ended; <c>changedMeanwhile</c>: someone else changed it.</response>
    [HttpPost("{id:guid}/complete")]
    [Needs(Need.Manage)]
    public async Task<EnrollmentJourneyResponse> Complete(EnrollmentId id, CancellationToken cancellationToken) =>
        EnrollmentJourneyResponse.From(await mediator.Send(new CompleteEnrollmentCommand(id), cancellationToken));
}
