using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Access;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>Sessions in the database; what a node found there it trusts for a minute. A known one costs no context.</summary>
internal sealed class Sessions(IServiceScopeFactory scopes, TrustCache<KnownSession> known, TimeProvider clock) : ISessions
{
    // A row a day is written per session in use, not one a request.
    private static readonly TimeSpan Extension = TimeSpan.FromDays(1);

    public async Task<string> StartAsync(SignedIn signedIn, SessionId? replaced, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cookie = SecretText.New();
        var userId = signedIn.User.Id;
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);

        // Not an id of IdGenerator: those can be guessed in part, and this one has nothing to be sorted by.
        db.Add(new Session
        {
            Id = new SessionId(Guid.NewGuid()),
            CookieHash = SecretText.HashOf(cookie),
            UserId = userId,
            WorkspaceId = signedIn.Workspace.Id,
            SecurityStamp = signedIn.User.Stamp,
            ExpiresAt = now + ISessions.Lifetime,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (!StorageTrouble.IsUnavailable(exception))
        {
            // Removed from the workspace at the same time.
            throw new NotFoundException("workspace");
        }

        await db.Sessions.Where(old => old.UserId == userId && old.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        if (replaced is { } id)
        {
            await EndAsync(id, cancellationToken);
        }

        return cookie;
    }

    public async Task EndAsync(SessionId sessionId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Db(scope).Sessions.Where(session => session.Id == sessionId).ExecuteDeleteAsync(cancellationToken);
        known.Forget(session => session.Id == sessionId);
    }

    public async Task EndAllOfAsync(UserId userId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Db(scope).Sessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        known.Forget(session => session.UserId == userId);
    }

    public ValueTask<KnownSession?> FindAsync(string cookie, CancellationToken cancellationToken)
    {
        if (!SecretText.HasShape(cookie))
        {
            return new ValueTask<KnownSession?>((KnownSession?)null);
        }

        var hash = SecretText.HashOf(cookie);
        return known.FindAsync(hash, () => ReadAsync(hash), cancellationToken);
    }

    private async Task<(KnownSession Value, DateTimeOffset Until)?> ReadAsync(string hash)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);
        var found = await (
            from session in db.Sessions
            join user in db.Users on session.UserId equals user.Id
            join member in db.AllMemberships()
                on new { session.WorkspaceId, session.UserId } equals new { member.WorkspaceId, member.UserId }
            where session.CookieHash == hash && session.SecurityStamp == user.SecurityStamp && session.ExpiresAt > now
            select new { session.Id, session.UserId, session.WorkspaceId, member.Role, session.ExpiresAt })
            .SingleOrDefaultAsync();
        if (found is null)
        {
            return null;
        }

        var live = new KnownSession(found.Id, found.UserId, found.WorkspaceId, found.Role);
        var until = now + ISessions.Trust;
        if (found.ExpiresAt >= now + ISessions.Lifetime - Extension)
        {
            return (live, until);
        }

        var later = now + ISessions.Lifetime;
        await db.Sessions.Where(row => row.Id == found.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, later));

        // Not trusted, so that only one request sets the cookie anew.
        return (live with { IsExtended = true }, now);
    }

    private static SendraDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<SendraDbContext>();
}
