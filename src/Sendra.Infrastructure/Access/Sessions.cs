using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>Sessions in the database; what a node found there it trusts for a minute. A known one costs no context.</summary>
internal sealed class Sessions(IServiceScopeFactory scopes, TrustCache<KnownSession> known, TimeProvider clock) : ISessions
{
    // A row a day is written per session in use, not one a request.
    private static readonly TimeSpan Extension = TimeSpan.FromDays(1);

    // Often enough for people, seldom enough for the database.
    private static readonly TimeSpan NoteInterval = TimeSpan.FromMinutes(5);

    public async Task<NewSession> StartAsync(SignedIn signedIn, SessionClient client, KnownSession? replaced, bool anew, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cookie = SecretText.New();
        var userId = signedIn.User.Id;
        var workspaceId = signedIn.Workspace?.Id;
        var endsAt = !anew && replaced?.UserId == userId ? replaced.EndsAt : now + ISessions.LongestLifetime;
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);

        // Not an id of IdGenerator: those can be guessed in part, and this one has nothing to be sorted by.
        db.Add(new Session
        {
            Id = new SessionId(Guid.NewGuid()),
            CookieHash = SecretText.HashOf(cookie),
            UserId = userId,
            WorkspaceId = workspaceId,
            SecurityStamp = signedIn.User.Stamp,
            CreatedAt = endsAt - ISessions.LongestLifetime,
            LastUsedAt = now,
            Address = client.Address,
            UserAgent = client.UserAgent,
            ExpiresAt = Earlier(now + ISessions.Lifetime, endsAt),
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

        if (workspaceId is not null)
        {
            await db.Users.Where(user => user.Id == userId && user.LastWorkspaceId != workspaceId)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.LastWorkspaceId, workspaceId), cancellationToken);
        }

        await db.Sessions.Where(old => old.UserId == userId && old.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        if (replaced is not null)
        {
            await EndAsync(replaced.Id, cancellationToken);
        }

        return new NewSession(cookie, endsAt);
    }

    public async Task<IReadOnlyList<SessionResult>> ListAsync(UserId userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);
        var rows = await (
            from session in db.Sessions
            where session.UserId == userId && session.ExpiresAt > now
            join user in db.Users on session.UserId equals user.Id
            where session.SecurityStamp == user.SecurityStamp
            join workspace in db.AllWorkspaces() on session.WorkspaceId equals workspace.Id into named
            from workspace in named.DefaultIfEmpty()
            select new { session.Id, Workspace = (string?)workspace!.Name, session.CreatedAt, session.LastUsedAt, session.ExpiresAt, session.Address, session.UserAgent })
            .ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               let usedAt = row.LastUsedAt ?? row.ExpiresAt - ISessions.Lifetime
               let createdAt = row.CreatedAt ?? usedAt
               orderby usedAt descending
               select new SessionResult(row.Id, row.Workspace, createdAt, usedAt, EndOf(row.CreatedAt, row.ExpiresAt), row.Address, row.UserAgent),
        ];
    }

    public async Task EndAsync(SessionId sessionId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Db(scope).Sessions.Where(session => session.Id == sessionId).ExecuteDeleteAsync(cancellationToken);
        known.Forget(session => session.Id == sessionId);
    }

    public async Task<bool> EndOneOfAsync(UserId userId, SessionId sessionId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ended = await Db(scope).Sessions.Where(session => session.Id == sessionId && session.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        known.Forget(session => session.Id == sessionId && session.UserId == userId);
        return ended > 0;
    }

    public async Task EndAllOfAsync(UserId userId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Db(scope).Sessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        known.Forget(session => session.UserId == userId);
    }

    public ValueTask<KnownSession?> FindAsync(string cookie, SessionClient client, CancellationToken cancellationToken)
    {
        if (!SecretText.HasShape(cookie))
        {
            return new ValueTask<KnownSession?>((KnownSession?)null);
        }

        var hash = SecretText.HashOf(cookie);
        return known.FindAsync(hash, () => ReadAsync(hash, client), cancellationToken);
    }

    private async Task<(KnownSession Value, DateTimeOffset Until)?> ReadAsync(string hash, SessionClient client)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);
        var found = await (
            from session in db.Sessions
            join user in db.Users on session.UserId equals user.Id
            where session.CookieHash == hash && session.SecurityStamp == user.SecurityStamp && session.ExpiresAt > now
            select new
            {
                session.Id,
                session.UserId,
                session.WorkspaceId,
                session.CreatedAt,
                session.LastUsedAt,
                session.ExpiresAt,
                Role = db.AllMemberships().Where(member => member.WorkspaceId == session.WorkspaceId && member.UserId == session.UserId)
                    .Select(member => (MemberRole?)member.Role).FirstOrDefault(),
            })
            .SingleOrDefaultAsync();
        if (found is null || (found.WorkspaceId is not null && found.Role is null))
        {
            return null;
        }

        var endsAt = EndOf(found.CreatedAt, found.ExpiresAt);
        var live = new KnownSession(found.Id, found.UserId, found.WorkspaceId, found.Role) { EndsAt = endsAt };
        var until = Earlier(now + ISessions.Trust, found.ExpiresAt);
        var later = Earlier(now + ISessions.Lifetime, endsAt);
        var isExtended = found.ExpiresAt < later - Extension;
        if (!isExtended && found.LastUsedAt > now - NoteInterval)
        {
            return (live, until);
        }

        // From before it was recorded: its lifetime begins now.
        var createdAt = found.CreatedAt ?? endsAt - ISessions.LongestLifetime;
        var expiresAt = isExtended ? later : found.ExpiresAt;
        await db.Sessions.Where(row => row.Id == found.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.CreatedAt, createdAt)
            .SetProperty(row => row.LastUsedAt, now)
            .SetProperty(row => row.Address, client.Address)
            .SetProperty(row => row.UserAgent, client.UserAgent)
            .SetProperty(row => row.ExpiresAt, expiresAt));

        // Not trusted when extended, so that only one request sets the cookie anew.
        return isExtended ? (live with { IsExtended = true }, now) : (live, until);
    }

    private static DateTimeOffset EndOf(DateTimeOffset? createdAt, DateTimeOffset expiresAt) =>
        createdAt + ISessions.LongestLifetime ?? expiresAt - ISessions.Lifetime + ISessions.LongestLifetime;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static SendraDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<SendraDbContext>();
}
