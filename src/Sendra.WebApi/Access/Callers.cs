using System.Security.Claims;
using Sendra.Application.Access;
using Sendra.Domain.Access;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Access;

/// <summary>Who calls.</summary>
internal static class Callers
{
    /// <summary>The session or key of a call, or null for an anonymous one.</summary>
    public static CallerIdentity? Caller(this ClaimsPrincipal principal) => principal.Identity as CallerIdentity;

    /// <summary>The session of a call that needs one.</summary>
    public static KnownSession Session(this ClaimsPrincipal principal) =>
        principal.SessionOrNull() ?? throw new InvalidOperationException("This needs a session; its endpoint must ask for one.");

    /// <summary>The session of a call, or null for one with a key or without both.</summary>
    public static KnownSession? SessionOrNull(this ClaimsPrincipal principal) => principal.Caller()?.Session;

    /// <summary>Where a call comes from, as people recognize it.</summary>
    public static SessionClient Client(this HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        var agent = http.Request.Headers.UserAgent.ToString();
        return new SessionClient(
            (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString(),
            agent.Length > 0 ? Text.Truncate(agent, SessionClient.MaxUserAgentLength) : null);
    }

    /// <summary>True for people and for keys that may change things. A key that only reads sees no secret.</summary>
    public static bool SeesSecrets(this ClaimsPrincipal principal) => principal.Caller() is { } caller && caller.Key?.Scopes.Allow(ApiKeyScope.Manage) is not false;

    /// <summary>Who acts, as it is remembered: the user, or the key.</summary>
    public static Guid ActorId(this ClaimsPrincipal principal) =>
        principal.Caller() is { } caller ? caller.Session?.UserId.Value ?? caller.Id : throw new InvalidOperationException("This needs a caller; its endpoint must ask for one.");
}
