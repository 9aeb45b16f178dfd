using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Access;

/// <summary>Accounts by ASP.NET Core Identity.</summary>
internal sealed class Accounts(SendraDbContext db, UserManager<User> users, DecoyPassword decoy) : IAccounts
{
    public async Task AddAsync(Guid userId, EmailAddress email, string password)
    {
        var result = await users.CreateAsync(new User { Id = userId, UserName = email.Value, Email = email.Value }, password);
        if (result.Errors.Any(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
        {
            throw EmailTaken.Exception();
        }

        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"Identity refused a validated user: {result}");
        }
    }

    public async Task<Account?> CheckPasswordAsync(EmailAddress email, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email.Value);
        if (user is null || await users.IsLockedOutAsync(user))
        {
            decoy.Check(password);
            return null;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            await SaveAsync(user, users.AccessFailedAsync, cancellationToken);
            return null;
        }

        await SaveAsync(user, users.ResetAccessFailedCountAsync, cancellationToken);
        return new Account(user.Id, user.Email!);
    }

    public async Task<Account> GetAsync(Guid userId, CancellationToken cancellationToken) =>
        await db.Users.Where(user => user.Id == userId).Select(user => new Account(user.Id, user.Email!)).SingleAsync(cancellationToken);

    public async Task<IReadOnlyList<Membership>> MembershipsOfAsync(Guid userId, CancellationToken cancellationToken) =>
        await (
            from member in db.MembershipsOf(userId)
            join workspace in db.Workspaces on member.WorkspaceId equals workspace.Id
            orderby member.JoinedAt, workspace.Id
            select new Membership(workspace.Id, workspace.Name, member.Role))
            .ToListAsync(cancellationToken);

    // Attempts at the same time count one after the other, so that guessing in parallel gains nothing.
    private async Task SaveAsync(User user, Func<User, Task<IdentityResult>> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await change(user);
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                await db.Entry(user).ReloadAsync(cancellationToken);
            }
        }
    }
}
