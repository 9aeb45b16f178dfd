using Mapster;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access;
using Sendra.Application.Access.AcceptInvitation;
using Sendra.Application.Access.InviteMember;
using Sendra.Application.Access.ListInvitations;
using Sendra.Application.Access.PreviewInvitation;
using Sendra.Application.Access.WithdrawInvitation;
using Sendra.Application.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Access;
using Sendra.WebApi.Http;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Controllers;

/// <summary>Links that let people into the workspace.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
/// <param name="publicUrl">Where people reach this server.</param>
/// <param name="cookie">Hands out sessions.</param>
[ApiController]
[Route("api/invitations")]
[Tags("Access")]
public sealed class InvitationsController(IMediator mediator, PublicUrl publicUrl, SessionCookie cookie) : ControllerBase
{
    /// <summary>Lists the open invitations, newest first; without their links.</summary>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet]
    [Needs(Need.Session)]
    public Task<Page<InvitationResult>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListInvitationsQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Makes a link that lets one person in, within 7 days; a workspace has at most 100 open ones.</summary>
    /// <param name="request">Whom to let in.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="201">Made; the answer is the only place that shows the link.</response>
    /// <response code="409"><c>tooManyInvitations</c>: 100 are open.</response>
    [HttpPost]
    [Needs(Need.Owner)]
    [ProducesResponseType<NewInvitationResponse>(StatusCodes.Status201Created)]
    public async Task<ActionResult<NewInvitationResponse>> Create(InvitationRequest request, CancellationToken cancellationToken)
    {
        var (invitation, token) = await mediator.Send(new InviteMemberCommand(request.Role, request.Email, User.Session().UserId), cancellationToken);
        var text = token.Reveal();
        return Created("/api/invitations", new NewInvitationResponse(
            invitation.Id, invitation.Role, invitation.Email, invitation.CreatedAt, invitation.ExpiresAt, publicUrl.OfInvitation(Request, text), text));
    }

    /// <summary>Withdraws an invitation; its link does nothing any more.</summary>
    /// <param name="id">The invitation.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="204">Withdrawn.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same moment; ask again.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Owner)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Withdraw(InvitationId id, CancellationToken cancellationToken)
    {
        await mediator.Send(new WithdrawInvitationCommand(id), cancellationToken);
        return NoContent();
    }

    /// <summary>Says where a link leads. A POST, so that the token stands in no URL.</summary>
    /// <param name="request">The link's token.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">Where it leads.</response>
    /// <response code="404"><c>invitationNotFound</c>: it was used or withdrawn, its author is no owner any more, its time is over, or it never was.</response>
    [HttpPost("preview")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    public Task<InvitationPreview> Preview(InvitationTokenRequest request, CancellationToken cancellationToken) =>
        mediator.Send(new PreviewInvitationQuery(request.Token, User.SessionOrNull()?.UserId), cancellationToken);

    /// <summary>Joins the workspace that a link leads to, and goes on there.</summary>
    /// <remarks>
    /// Whoever is signed in joins as that user. Else email and password are of an account, or make a new one, unless the
    /// invitation is for one account.
    /// </remarks>
    /// <param name="request">The link's token, and who follows it.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">Joined; the answer carries the session cookie for that workspace, and the session before it has ended.</response>
    /// <response code="401"><c>invalidCredentials</c>: there is an account with this address, and another password.</response>
    /// <response code="404"><c>invitationNotFound</c>: it was used or withdrawn, its author is no owner any more, its time is over, or it never was.</response>
    /// <response code="409"><c>alreadyMember</c>; <c>invitationForAnother</c> account; or <c>tooManyMembers</c>: the workspace has 1,000.</response>
    /// <response code="429"><c>tooManyAttempts</c> or <c>tooManyRequests</c>; come back after Retry-After seconds.</response>
    [HttpPost("accept")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    public async Task<SessionResponse> Accept(AcceptInvitationRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(
            new AcceptInvitationCommand(request.Token, User.SessionOrNull()?.UserId, request.Email, request.Password), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return signedIn.Adapt<SessionResponse>();
    }
}
