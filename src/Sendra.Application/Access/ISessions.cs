namespace Sendra.Application.Access;

/// <summary>
/// Who is signed in, and to which workspace. A session is one user in one workspace. Its cookie is a random text that only
/// names it, and it lives as long as its row.
/// </summary>
public interface ISessions
{
    /// <summary>How long an unused session lives.</summary>
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>How long a session lives however much it is used. Then the person signs in again.</summary>
    static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(90);

    /// <summary>How long after a person has shown who they are the session may do what can't be undone or what opens doors (W11).</summary>
    static readonly TimeSpan ConfirmedFor = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a node trusts what it knows about a session. If another node ends a session, changes a password or removes a
    /// member, this node notices within this time.
    /// </summary>
    static readonly TimeSpan Trust = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session.</summary>
    /// <param name="client">Where it begins.</param>
    /// <param name="replaced">The session that this one replaces, or null. If it is the same person's, the new one ends when the old one would have.</param>
    /// <param name="anew">True if the person has just shown who they are, so that the session gets its full lifetime.</param>
    Task<NewSession> StartAsync(SignedIn signedIn, SessionClient client, KnownSession? replaced, bool anew, CancellationToken cancellationToken);

    /// <summary>The sessions of a user, the one used last first. There are few.</summary>
    Task<IReadOnlyList<SessionResult>> ListAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Ends one of a user's sessions, as <see cref="EndAsync"/> does; false if the user has no such session.</summary>
    Task<bool> EndOneOfAsync(UserId userId, SessionId sessionId, CancellationToken cancellationToken);

    /// <summary>Ends a session at once on this node, within <see cref="Trust"/> on others.</summary>
    Task EndAsync(SessionId sessionId, CancellationToken cancellationToken);

    /// <summary>Ends all sessions of a user, in all workspaces, as <see cref="EndAsync"/> does.</summary>
    Task EndAllOfAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>The session with this cookie, or null if there is none or it has ended.</summary>
    /// <param name="cookie">The text of the cookie.</param>
    /// <param name="client">Where the request comes from. It is noted once in a while.</param>
    ValueTask<KnownSession?> FindAsync(string cookie, SessionClient client, CancellationToken cancellationToken);
}
