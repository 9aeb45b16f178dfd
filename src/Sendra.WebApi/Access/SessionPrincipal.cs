using System.Security.Claims;

namespace Sendra.WebApi.Access;

/// <summary>Who calls.</summary>
internal static class SessionPrincipal
{
    /// <summary>The session of a call that needs one.</summary>
    public static SessionClaims Session(this ClaimsPrincipal principal) =>
        principal.SessionOrNull() ?? throw new InvalidOperationException("This needs a session; its endpoint must not be anonymous.");

    /// <summary>The session of a call, or null for an anonymous one.</summary>
    public static SessionClaims? SessionOrNull(this ClaimsPrincipal principal) => SessionClaims.Read(principal);
}
