using MediatR;

namespace Sendra.Application.Access.ChangePassword;

/// <summary>Changes a user's password. All sessions of the user end, and the caller gets a new one.</summary>
/// <param name="UserId">Who is signed in.</param>
/// <param name="WorkspaceId">The workspace of the new session; null for none.</param>
/// <param name="CurrentPassword">The current password.</param>
/// <param name="NewPassword">The new password.</param>
public sealed record ChangePasswordCommand(UserId UserId, WorkspaceId? WorkspaceId, string? CurrentPassword, string? NewPassword) : IRequest<SignedIn>
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(ChangePasswordCommand);
}
