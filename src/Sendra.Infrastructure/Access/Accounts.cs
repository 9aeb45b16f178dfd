using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>Accounts by ASP.NET Core Identity.</summary>
internal sealed class Accounts(SendraDbContext db, UserManager<User> users, DecoyPassword decoy, HashingTurns turns, RefusedSignIns refused) : IAccounts
{
    public async Task<Account> AddAsync(UserId userId, EmailAddress email, string? password, bool isFirst, bool isVerified)
    {
        var user = new User { Id = userId, UserName = email.Value, Email = email.Value, EmailConfirmed = isVerified, Founder = isFirst ? 1 : null };
        var result = password is null ? await users.CreateAsync(user) : await turns.RunAsync(() => users.CreateAsync(user, password));
        if (result.Errors.Any(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
        {
            throw EmailTaken.Exception();
        }

        return Require(result, user);
    }

    public Task<bool> AnyAsync(CancellationToken cancellationToken) => db.Users.AnyAsync(cancellationToken);

    public async Task<Account> EnterAsync(UserId userId, WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(row => row.Id == userId, cancellationToken);
        user.LastWorkspaceId = workspaceId;
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        return user.ToAccount();
    }

    public Task<UserId?> FindIdAsync(EmailAddress email, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.NormalizedEmail == email.Value).Select(user => (UserId?)user.Id).SingleOrDefaultAsync(cancellationToken);

    public async Task<Account?> CheckPasswordAsync(EmailAddress email, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email.Value);
        var isRight = await turns.RunAsync(
            () => user?.PasswordHash is null ? Task.FromResult(decoy.Check(password)) : users.CheckPasswordAsync(user, password), cancellationToken);
        if (user is null)
        {
            return null;
        }

        if (!isRight)
        {
            refused.Note(user.Id);
            return null;
        }

        await SaveRehashedAsync(user, cancellationToken);
        return user.ToAccount();
    }

    public async Task<Account> ChangePasswordAsync(UserId userId, string currentPassword, string newPassword)
    {
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("Who is signed in is a user.");
        await ForgetWrongCodesAsync(userId);
        return Require(await turns.RunAsync(() => users.ChangePasswordAsync(user, currentPassword, newPassword)), user);
    }

    public async Task<Account> SetPasswordAsync(UserId userId, string newPassword, string? provenEmail)
    {
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("Users are never deleted.");
        user.PasswordHash = await turns.RunAsync(() => Task.FromResult(users.PasswordHasher.HashPassword(user, newPassword)));
        user.EmailConfirmed |= user.Email == provenEmail;
        await ForgetWrongCodesAsync(userId);
        return Require(await users.UpdateSecurityStampAsync(user), user);
    }

    public async Task VerifyAsync(UserId userId, string provenEmail, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(row => row.Id == userId, cancellationToken);
        user.EmailConfirmed |= user.Email == provenEmail;
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    public async Task<Account> ChangeSecondFactorAsync(UserId userId, bool isOn)
    {
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("Users are never deleted.");
        return Require(await users.SetTwoFactorEnabledAsync(user, isOn), user);
    }

    public async Task<Account> EndSessionsAsync(UserId userId)
    {
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("Users are never deleted.");
        return Require(await users.UpdateSecurityStampAsync(user), user);
    }

    public async Task<Account> GetAsync(UserId userId, CancellationToken cancellationToken) =>
        (await db.Users.AsNoTracking().SingleAsync(user => user.Id == userId, cancellationToken)).ToAccount();

    public async Task<IReadOnlyList<Membership>> MembershipsOfAsync(UserId userId, CancellationToken cancellationToken) =>
        await (
            from member in db.MembershipsOf(userId)
            join workspace in db.Workspaces on member.WorkspaceId equals workspace.Id
            orderby member.JoinedAt, workspace.Id
            select new Membership(workspace.Id, workspace.Name, member.Role))
            .ToListAsync(cancellationToken);

    // Whoever guessed them knew the old password.
    private async Task ForgetWrongCodesAsync(UserId userId)
    {
        if (await db.Authenticators.SingleOrDefaultAsync(row => row.UserId == userId) is { } authenticator)
        {
            authenticator.Tries = 0;
        }
    }

    // Identity hashes a right password anew when its way of hashing has become better since.
    private async Task SaveRehashedAsync(User user, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another sign-in did it at the same time.
            await db.Entry(user).ReloadAsync(cancellationToken);
        }
    }

    private static Account Require(IdentityResult result, User user) => result.Succeeded
        ? user.ToAccount()
        : throw new InvalidOperationException($"Identity refused a validated user: {result}");
}
