using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access;

/// <summary>What a node knows about a session.</summary>
/// <param name="Id">The session.</param>
/// <param name="UserId">Who is signed in.</param>
/// <param name="Role">What the user can do there.</param>
public sealed record KnownSession(SessionId Id, UserId UserId, WorkspaceId WorkspaceId, MemberRole Role)
{
    /// <summary>True if its life was just extended, so its cookie must be too.</summary>
    public bool IsExtended { get; init; }
}
