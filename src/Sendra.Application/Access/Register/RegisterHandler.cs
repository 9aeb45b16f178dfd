using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.Register;

/// <summary>User, workspace and membership are saved together or not at all.</summary>
internal sealed class RegisterHandler(
    IAccounts accounts,
    SignUpPolicy signUp,
    IWorkspaceScope scope,
    IRepository<Workspace> workspaces,
    IRepository<Member> members,
    IAccountMails mails,
    IUnitOfWork unitOfWork,
    IdGenerator ids,
    TimeProvider clock)
    : IRequestHandler<RegisterCommand, SignedIn>
{
    public async Task<SignedIn> Handle(RegisterCommand request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.TryParse(request.Email, out var parsed, out _) ? parsed : throw new InvalidOperationException("Validated before.");
        var workspace = Workspace.Create(ids.Next<WorkspaceId>(), request.WorkspaceName!.Trim());

        // Of two who are the first at once, one is.
        var isFirst = signUp.For != SignUp.Open;
        if (isFirst && await accounts.AnyAsync(cancellationToken))
        {
            throw new SignUpClosedException(signUp.For);
        }

        scope.Enter(workspace.Id);
        var user = await accounts.AddAsync(ids.Next<UserId>(), email, request.Password!, isFirst);
        workspaces.Add(workspace);
        members.Add(Member.Join(workspace.Id, user.Id, MemberRole.Owner, clock.GetUtcNow()));
        mails.Add(AccountMailOrder.Verification(user));
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException exception) when (exception.Code == "alreadyExists")
        {
            throw isFirst ? new SignUpClosedException(signUp.For) : EmailTaken.Exception();
        }

        return new SignedIn(user, new Membership(workspace.Id, workspace.Name, MemberRole.Owner));
    }
}
