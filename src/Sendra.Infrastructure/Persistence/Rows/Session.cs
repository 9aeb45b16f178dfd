namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>Someone is signed in to a workspace. Lives in the database, so that signing out ends it on every node.</summary>
internal sealed class Session
{
    public SessionId Id { get; init; }

    /// <summary>What the cookie's text hashes to.</summary>
    public required string CookieHash { get; init; }

    public UserId UserId { get; init; }

    /// <summary>Goes with the membership.</summary>
    public WorkspaceId WorkspaceId { get; init; }

    /// <summary>The user's stamp at sign-in; another one (a changed password) ends the session.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>Moves on while the session is used.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}
