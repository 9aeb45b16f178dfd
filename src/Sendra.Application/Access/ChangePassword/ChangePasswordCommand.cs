using MediatR;

namespace Sendra.Application.Access.ChangePassword;

/// <summary>Gives a user another password; all sessions of the user end, and the caller begins a new one.</summary>
/// <param name="UserId">Who is signed in.</param>
/// <param name="WorkspaceId">The workspace to go on in.</param>
/// <param name="CurrentPassword">The password until now.</param>
/// <param name="NewPassword">The password from now on.</param>
public sealed record ChangePasswordCommand(UserId UserId, WorkspaceId WorkspaceId, string? CurrentPassword, string? NewPassword) : IRequest<SignedIn>
{
    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(ChangePasswordCommand);
}
