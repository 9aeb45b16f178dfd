namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>Someone is signed in, mostly to a workspace. Lives in the database, so that signing out ends it on every node.</summary>
internal sealed class Session
{
    public SessionId Id { get; init; }

    /// <summary>What the cookie's text hashes to.</summary>
    public required string CookieHash { get; init; }

    public UserId UserId { get; init; }

    /// <summary>Goes with the membership. Null for a person who is in no workspace.</summary>
    public WorkspaceId? WorkspaceId { get; init; }

    /// <summary>The user's stamp at sign-in; another one (a changed password) ends the session.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>When the person signed in; null in sessions from before this was recorded.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last used, to within a few minutes; null likewise.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Where it was last used.</summary>
    public string? Address { get; init; }

    /// <summary>By which browser.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Moves on while the session is used.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}
