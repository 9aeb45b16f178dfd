using System.Security.Claims;

namespace Sendra.WebApi.Access;

/// <summary>What the session cookie says: which session, whose, and in which workspace.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="UserId">Who is signed in.</param>
/// <param name="WorkspaceId">The workspace to work in.</param>
internal sealed record SessionClaims(Guid SessionId, Guid UserId, Guid WorkspaceId)
{
    private const string SessionClaim = "session";
    private const string WorkspaceClaim = "workspace";

    /// <summary>Reads them; null when one is missing.</summary>
    public static SessionClaims? Read(ClaimsPrincipal principal) =>
        Find(principal, SessionClaim) is { } session
        && Find(principal, ClaimTypes.NameIdentifier) is { } user
        && Find(principal, WorkspaceClaim) is { } workspace
            ? new SessionClaims(session, user, workspace)
            : null;

    /// <summary>The principal that a cookie is made of.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(SessionClaim, SessionId.ToString()),
            new Claim(ClaimTypes.NameIdentifier, UserId.ToString()),
            new Claim(WorkspaceClaim, WorkspaceId.ToString()),
        ],
        SessionCookie.Scheme));

    private static Guid? Find(ClaimsPrincipal principal, string type) =>
        Guid.TryParse(principal.FindFirst(type)?.Value, out var id) ? id : null;
}
