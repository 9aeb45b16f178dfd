namespace Sendra.Application.Access;

/// <summary>
/// Who is signed in, and to which workspace. A session is one user in one workspace. Its cookie is a random text that only
/// names it, and it lives as long as its row.
/// </summary>
public interface ISessions
{
    /// <summary>How long an unused session lives.</summary>
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>
    /// How long a node trusts what it knows about a session. If another node ends a session, changes a password or removes a
    /// member, this node notices within this time.
    /// </summary>
    static readonly TimeSpan Trust = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session.</summary>
    /// <param name="replaced">The session that this one replaces, or null.</param>
    /// <returns>The text of the session's cookie.</returns>
    Task<string> StartAsync(SignedIn signedIn, SessionId? replaced, CancellationToken cancellationToken);

    /// <summary>Ends a session at once on this node, within <see cref="Trust"/> on others.</summary>
    Task EndAsync(SessionId sessionId, CancellationToken cancellationToken);

    /// <summary>Ends all sessions of a user, in all workspaces, as <see cref="EndAsync"/> does.</summary>
    Task EndAllOfAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>The session with this cookie, or null if there is none or it has ended.</summary>
    /// <param name="cookie">The text of the cookie.</param>
    ValueTask<KnownSession?> FindAsync(string cookie, CancellationToken cancellationToken);
}
