using Sendra.Domain.Contacts;

namespace Sendra.Application.Access;

/// <summary>People who sign in, their passwords and their workspaces.</summary>
public interface IAccounts
{
    /// <summary>Adds a user at the next save.</summary>
    /// <param name="userId">A new id.</param>
    /// <param name="email">The email to sign in with.</param>
    /// <param name="password">The password, of which only a hash is stored; null for a person who signs in otherwise.</param>
    /// <param name="isFirst">True to add nobody if somebody else was first; the save is then refused with <c>alreadyExists</c>.</param>
    /// <param name="isVerified">True when the person has proven that the email is theirs.</param>
    /// <exception cref="Sendra.Domain.Common.ConflictException"><c>emailTaken</c>.</exception>
    Task<Account> AddAsync(UserId userId, EmailAddress email, string? password, bool isFirst = false, bool isVerified = false);

    /// <summary>True once somebody has signed up.</summary>
    Task<bool> AnyAsync(CancellationToken cancellationToken);

    /// <summary>The id of the account with this email, or null.</summary>
    /// <param name="email">The email.</param>
    Task<UserId?> FindIdAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>The user with this email and password, or null. It takes as long if there is no such user.</summary>
    /// <param name="email">The email.</param>
    Task<Account?> CheckPasswordAsync(EmailAddress email, string password, CancellationToken cancellationToken);

    /// <summary>Changes a user's password at the next save.</summary>
    /// <param name="userId">The id of a signed-in user.</param>
    /// <param name="currentPassword">The current password.</param>
    /// <param name="newPassword">The new password.</param>
    Task<Account> ChangePasswordAsync(UserId userId, string currentPassword, string newPassword);

    /// <summary>Sets a user's password at the next save, whatever it was.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="newPassword">The new password.</param>
    /// <param name="provenEmail">An email that was proven with it; null for none.</param>
    Task<Account> SetPasswordAsync(UserId userId, string newPassword, string? provenEmail);

    /// <summary>Notes at the next save that a user's email is proven, if it still is the user's.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="provenEmail">The email.</param>
    Task VerifyAsync(UserId userId, string provenEmail, CancellationToken cancellationToken);

    /// <summary>Notes at the next save whether a user has a second factor. All sessions of the user end with it.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="isOn">True when a password alone doesn't do it any more.</param>
    Task<Account> ChangeSecondFactorAsync(UserId userId, bool isOn);

    /// <summary>Ends all sessions of a user at the next save.</summary>
    /// <param name="userId">The user.</param>
    Task<Account> EndSessionsAsync(UserId userId);

    /// <param name="userId">The id of a signed-in user.</param>
    Task<Account> GetAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>
    /// Notes at the next save that the user went to a workspace. Of two such saves at once, the second is refused with
    /// <c>changedMeanwhile</c>.
    /// </summary>
    Task<Account> EnterAsync(UserId userId, WorkspaceId workspaceId, CancellationToken cancellationToken);

    /// <summary>The workspaces of a user, starting with the one joined first.</summary>
    Task<IReadOnlyList<Membership>> MembershipsOfAsync(UserId userId, CancellationToken cancellationToken);
}
