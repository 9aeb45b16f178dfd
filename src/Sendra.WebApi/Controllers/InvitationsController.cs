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

/// <summary>Invitations are links that let people into the workspace.</summary>
/// <param name="publicUrl">Where people reach this server.</param>
/// <param name="cookie">Hands out sessions.</param>
[ApiController]
[Route("api/invitations")]
[Tags("Access")]
public sealed class InvitationsController(IMediator mediator, PublicUrl publicUrl, SessionCookie cookie) : ControllerBase
{
    /// <summary>Lists the open invitations, newest first, without their links.</summary>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Session)]
    public Task<Page<InvitationResult>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListInvitationsQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Creates a link that lets one person in within 7 days, and mails it if there is an email and a mail server. A workspace can have up to 100 open invitations.</summary>
    /// <param name="request">Whom to invite.</param>
    /// <response code="201">Created. Only this response shows the link.</response>
    /// <response code="409"><c>tooManyInvitations</c>: the workspace has 100 open ones.</response>
    /// <response code="429"><c>tooManyEmails</c>: this email was invited 5 times in an hour, or your IP address asked for too many emails. Try again after Retry-After seconds.</response>
    [HttpPost]
    [Needs(Need.Owner)]
    [ProducesResponseType<NewInvitationResponse>(StatusCodes.Status201Created)]
    public async Task<ActionResult<NewInvitationResponse>> Create(InvitationRequest request, CancellationToken cancellationToken)
    {
        var (invitation, token, isMailed) = await mediator.Send(new InviteMemberCommand(request.Role, request.Email, User.Session().UserId), cancellationToken);
        var text = token.Reveal();
        return Created("/api/invitations", new NewInvitationResponse(
            invitation.Id, invitation.Role, invitation.Email, invitation.CreatedAt, invitation.ExpiresAt, publicUrl.OfInvitation(Request, text), text, isMailed));
    }

    /// <summary>Withdraws an invitation. Its link stops working.</summary>
    /// <param name="id">The invitation.</param>
    /// <response code="204">Withdrawn.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same time. Try again.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Owner)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Withdraw(InvitationId id, CancellationToken cancellationToken)
    {
        await mediator.Send(new WithdrawInvitationCommand(id), cancellationToken);
        return NoContent();
    }

    /// <summary>Shows which workspace a link leads to. It is a POST so that no URL contains the token.</summary>
    /// <param name="request">The link's token.</param>
    /// <response code="200">The workspace.</response>
    /// <response code="404"><c>invitationNotFound</c>: it was used, withdrawn or has expired, its author is no longer an owner, or it never existed.</response>
    [HttpPost("preview")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    public Task<InvitationPreview> Preview(InvitationTokenRequest request, CancellationToken cancellationToken) =>
        mediator.Send(new PreviewInvitationQuery(request.Token, User.SessionOrNull()?.UserId), cancellationToken);

    /// <summary>Joins the workspace that a link leads to, and switches to it.</summary>
    /// <remarks>
    /// If you are signed in, you join as that user. Otherwise send the email and password of your account. If no account has the
    /// email, you create one, unless the invitation is for a certain account. If the link was mailed to you, its email is verified by that.
    /// </remarks>
    /// <param name="request">The link's token, and who joins.</param>
    /// <response code="200">Joined. The response sets the session cookie for that workspace, and the previous session has ended.</response>
    /// <response code="401"><c>invalidCredentials</c>: an account with this email exists, and the password is wrong.</response>
    /// <response code="403"><c>signUpClosed</c>: no account has this email, and this server takes no new ones.</response>
    /// <response code="404"><c>invitationNotFound</c>: it was used, withdrawn or has expired, its author is no longer an owner, or it never existed.</response>
    /// <response code="409"><c>secondFactorRequired</c>: your account has a second factor, so sign in first; <c>alreadyMember</c>; <c>invitationForAnother</c>: it is for another account; <c>tooManyMembers</c>: the workspace has 1,000.</response>
    /// <response code="429"><c>tooManyAttempts</c> or <c>tooManyRequests</c>. Try again after Retry-After seconds.</response>
    [HttpPost("accept")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    public async Task<SessionResponse> Accept(AcceptInvitationRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(
            new AcceptInvitationCommand(request.Token, User.SessionOrNull()?.UserId, request.Email, request.Password), cancellationToken);
        await (User.SessionOrNull() is null ? cookie.StartAsync(HttpContext, signedIn, cancellationToken) : cookie.MoveAsync(HttpContext, signedIn, cancellationToken));
        return signedIn.Adapt<SessionResponse>();
    }
}
