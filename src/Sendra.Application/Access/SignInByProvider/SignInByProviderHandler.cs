using MediatR;
using Sendra.Application.Access.AcceptInvitation;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.SignInByProvider;

/// <summary>Whom the provider names for good is signed in; else a verified email finds the account, and only one whose email is verified here as well.</summary>
internal sealed class SignInByProviderHandler(
    IAccounts accounts, IProviderLinks links, IHalfSignIns halves, SignUpPolicy signUp, IAccountMails mails, IMediator mediator, IUnitOfWork unitOfWork, IdGenerator ids)
    : IRequestHandler<SignInByProviderCommand, SignInOutcome>
{
    public async Task<SignInOutcome> Handle(SignInByProviderCommand request, CancellationToken cancellationToken)
    {
        var identity = request.Identity;
        if (await links.FindAsync(identity, cancellationToken) is { } known)
        {
            return await accounts.PassFirstFactorAsync(halves, known, cancellationToken);
        }

        if (!identity.EmailVerified || !EmailAddress.TryParse(identity.Email, out var email, out _))
        {
            throw ProviderRefusedException.EmailNotVerified();
        }

        if (await accounts.FindIdAsync(email, cancellationToken) is { } userId)
        {
            var user = await LinkAsync(userId, identity, cancellationToken);
            return await accounts.PassFirstFactorAsync(halves, user, cancellationToken);
        }

        return new SignInOutcome.Complete(request.Invitation is { } token
            ? await mediator.Send(new AcceptInvitationCommand(token, UserId: null, email.Value, Password: null) { Newcomer = identity }, cancellationToken)
            : await SignUpAsync(email, identity, cancellationToken));
    }

    // Who signed up with somebody's email and never proved it would get their sign-in, or lose the account to them: both are wrong.
    private async Task<Account> LinkAsync(UserId userId, ProviderIdentity identity, CancellationToken cancellationToken)
    {
        var user = await accounts.GetAsync(userId, cancellationToken);
        if (!user.EmailVerified)
        {
            throw ProviderRefusedException.AccountNotVerified();
        }

        links.Add(userId, identity);
        mails.Add(AccountMailOrder.About(AccountMailKind.ProviderLinked, user));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return user;
    }

    private async Task<SignedIn> SignUpAsync(EmailAddress email, ProviderIdentity identity, CancellationToken cancellationToken)
    {
        var isFirst = signUp.For != SignUp.Open;
        if (isFirst && await accounts.AnyAsync(cancellationToken))
        {
            throw new SignUpClosedException(signUp.For);
        }

        var user = await accounts.AddAsync(ids.Next<UserId>(), email, password: null, isFirst, isVerified: true);
        links.Add(user.Id, identity);
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException exception) when (exception.Code == ConflictException.AlreadyExists && isFirst)
        {
            throw new SignUpClosedException(signUp.For);
        }

        return new SignedIn(user, Workspace: null);
    }
}
