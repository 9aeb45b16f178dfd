using Sendra.Domain.Contacts;

namespace Sendra.Application.Access;

/// <summary>People who sign in, their passwords and their workspaces.</summary>
public interface IAccounts
{
    /// <summary>Adds a user at the next save.</summary>
    /// <param name="userId">A new id.</param>
    /// <param name="email">The address to sign in with.</param>
    /// <param name="password">The password; only a hash of it is kept.</param>
    /// <exception cref="Sendra.Domain.Common.ConflictException"><c>emailTaken</c>.</exception>
    Task<Account> AddAsync(UserId userId, EmailAddress email, string password);

    /// <summary>The id of the account with this address, or null.</summary>
    /// <param name="email">The address.</param>
    Task<UserId?> FindIdAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>The user with this address and password, or null. Takes as long when there is no such user.</summary>
    /// <param name="email">The address.</param>
    Task<Account?> CheckPasswordAsync(EmailAddress email, string password, CancellationToken cancellationToken);

    /// <summary>Gives a user another password at the next save.</summary>
    /// <param name="userId">The id of a user who is signed in.</param>
    /// <param name="currentPassword">The right password until now.</param>
    /// <param name="newPassword">The password from now on.</param>
    Task<Account> ChangePasswordAsync(UserId userId, string currentPassword, string newPassword);

    /// <param name="userId">The id of a user who is signed in.</param>
    Task<Account> GetAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>The workspaces of a user, the one joined first at the front.</summary>
    Task<IReadOnlyList<Membership>> MembershipsOfAsync(UserId userId, CancellationToken cancellationToken);
}
