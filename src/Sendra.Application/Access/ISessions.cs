namespace Sendra.Application.Access;

/// <summary>Who is signed in where. A cookie only names a session; it lives as long as its row does.</summary>
public interface ISessions
{
    /// <summary>How long a session lives that nobody uses.</summary>
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>
    /// For how long a node trusts what it knows about a session: a session that was ended, a password that was
    /// changed or a member who was removed elsewhere is noticed within this time.
    /// </summary>
    static readonly TimeSpan Trust = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session.</summary>
    /// <param name="userId">Who signed in.</param>
    /// <param name="replaced">The session that this one takes the place of, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The session's id.</returns>
    Task<Guid> StartAsync(Guid userId, Guid? replaced, CancellationToken cancellationToken);

    /// <summary>Ends a session at once on this node, within <see cref="Trust"/> on others.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task EndAsync(Guid sessionId, CancellationToken cancellationToken);

    /// <summary>True while the session lives and its user is a member of the workspace.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="userId">The user whom the cookie names.</param>
    /// <param name="workspaceId">The workspace that the cookie names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<bool> IsLiveAsync(Guid sessionId, Guid userId, Guid workspaceId, CancellationToken cancellationToken);
}
