using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Sendra.Application.Access;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Access;

/// <summary>Sessions in the database; what a node found there it trusts for a minute.</summary>
internal sealed class Sessions(SendraDbContext db, IMemoryCache cache, TimeProvider clock) : ISessions
{
    // A row a day is written per session in use, not one a request.
    private static readonly TimeSpan Extension = TimeSpan.FromDays(1);

    public async Task<Guid> StartAsync(Guid userId, Guid? replaced, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var stamp = await db.Users.Where(user => user.Id == userId).Select(user => user.SecurityStamp!).SingleAsync(cancellationToken);

        // Not an id of IdGenerator: those can be guessed in part, and this one has nothing to be sorted by.
        var session = new Session { Id = Guid.NewGuid(), UserId = userId, SecurityStamp = stamp, ExpiresAt = now + ISessions.Lifetime };
        db.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        await db.Sessions.Where(old => old.UserId == userId && old.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        if (replaced is { } old)
        {
            await EndAsync(old, cancellationToken);
        }

        return session.Id;
    }

    public async Task EndAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        await db.Sessions.Where(session => session.Id == sessionId).ExecuteDeleteAsync(cancellationToken);
        cache.Remove(new CacheKey(sessionId));
    }

    public async Task<bool> IsLiveAsync(Guid sessionId, Guid userId, Guid workspaceId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = new CacheKey(sessionId);
        if (cache.TryGetValue(key, out Seen? seen) && seen!.UserId == userId && seen.WorkspaceId == workspaceId && now < seen.TrustedUntil)
        {
            return true;
        }

        var expiresAt = await (
            from session in db.Sessions
            join user in db.Users on session.UserId equals user.Id
            join member in db.MembershipsOf(userId) on session.UserId equals member.UserId
            where session.Id == sessionId
                && session.SecurityStamp == user.SecurityStamp
                && member.WorkspaceId == workspaceId
            select (DateTimeOffset?)session.ExpiresAt)
            .SingleOrDefaultAsync(cancellationToken);
        if (expiresAt is null || expiresAt <= now)
        {
            return false;
        }

        if (expiresAt < now + ISessions.Lifetime - Extension)
        {
            var later = now + ISessions.Lifetime;
            await db.Sessions.Where(session => session.Id == sessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.ExpiresAt, later), cancellationToken);
        }

        cache.Set(key, new Seen(userId, workspaceId, now + ISessions.Trust), ISessions.Trust);
        return true;
    }

    private sealed record CacheKey(Guid SessionId);

    private sealed record Seen(Guid UserId, Guid WorkspaceId, DateTimeOffset TrustedUntil);
}
