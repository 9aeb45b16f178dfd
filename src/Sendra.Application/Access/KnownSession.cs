using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access;

/// <summary>What a node knows about a session.</summary>
/// <param name="Id">The session.</param>
/// <param name="UserId">Who is signed in.</param>
/// <param name="WorkspaceId">The workspace; null for a person who is in none.</param>
/// <param name="Role">What the user can do there; null without a workspace.</param>
public sealed record KnownSession(SessionId Id, UserId UserId, WorkspaceId? WorkspaceId, MemberRole? Role)
{
    /// <summary>When it ends, however much it is used.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Until when it may do what asks for a person who has just shown who they are (W11). Whoever shows it again gets a new session.</summary>
    public DateTimeOffset ConfirmedUntil => EndsAt - ISessions.LongestLifetime + ISessions.ConfirmedFor;

    /// <summary>True if its life was just extended, so its cookie must be too.</summary>
    public bool IsExtended { get; init; }
}
