using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.AcceptInvitation;

/// <summary>The new member is saved together with the end of the invitation, so that one link lets in one person.</summary>
internal sealed class AcceptInvitationHandler(
    IInvitations found,
    IAccounts accounts,
    IProviderLinks links,
    IAccountMails mails,
    ISignInThrottle throttle,
    SignUpPolicy signUp,
    IWorkspaceScope scope,
    IRepository<Invitation> invitations,
    IRepository<Member> members,
    IUnitOfWork unitOfWork,
    IdGenerator ids,
    TimeProvider clock)
    : IRequestHandler<AcceptInvitationCommand, SignedIn>
{
    public async Task<SignedIn> Handle(AcceptInvitationCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!LinkToken.TryParse(request.Token, out var token)
            || await found.FindAsync(token, cancellationToken) is not { } invited
            || !invited.Invitation.IsOpen(now))
        {
            throw InvitationNotFound.Exception();
        }

        // Whoever has the link that was mailed reads the mail of its address.
        var proven = request.Newcomer is not null ? request.Email : invited.Invitation.IsMailed(token) ? invited.Invitation.Email : null;
        var user = request.UserId is { } userId
            ? await accounts.GetAsync(userId, cancellationToken)
            : await AccountAsync(request, invited.Invitation, proven, cancellationToken);
        var member = invited.Invitation.Admit(user.Id, user.EmailVerified ? user.Email : proven == user.Email ? proven : null, now);

        scope.Enter(invited.Invitation.WorkspaceId);
        if (await members.FirstOrDefaultAsync(MemberSpec.OfUser(user.Id), cancellationToken) is not null)
        {
            throw new ConflictException("alreadyMember", "You are already a member of this workspace.");
        }

        members.Add(member);
        if (proven is not null && !user.EmailVerified)
        {
            await accounts.VerifyAsync(user.Id, proven, cancellationToken);
            user = user with { EmailVerified = true };
        }

        invitations.Remove(await invitations.GetAsync(InvitationSpec.ById(invited.Invitation.Id), "invitation", cancellationToken));
        await SaveAsync(cancellationToken);
        return new SignedIn(user, new Membership(member.WorkspaceId, invited.WorkspaceName, member.Role));
    }

    private async Task<Account> AccountAsync(AcceptInvitationCommand request, Invitation invitation, string? proven, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(request.Email ?? invitation.Email, out var email, out _))
        {
            throw new ValidationException([new ValidationFailure("email", "email is required.")]);
        }

        if (request.Newcomer is null && await accounts.FindIdAsync(email, cancellationToken) is not null)
        {
            var known = await throttle.CheckAsync(accounts, email, request.Password!, cancellationToken);
            return known.SecondFactor ? throw new SecondFactorRequiredException() : known;
        }

        if (signUp.For == SignUp.Off)
        {
            throw new SignUpClosedException(signUp.For);
        }

        var user = await accounts.AddAsync(ids.Next<UserId>(), email, request.Newcomer is null ? request.Password! : null, isVerified: proven == email.Value);
        if (request.Newcomer is { } newcomer)
        {
            links.Add(user.Id, newcomer);
        }

        if (!user.EmailVerified)
        {
            mails.Add(AccountMailOrder.Verification(user));
        }

        return user;
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException conflict) when (conflict.Code == ConflictException.ChangedMeanwhile)
        {
            // Someone else was first with the same link.
            throw InvitationNotFound.Exception();
        }
    }
}
