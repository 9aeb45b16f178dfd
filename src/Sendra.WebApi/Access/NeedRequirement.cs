using Microsoft.AspNetCore.Authorization;
using Sendra.Domain.Access;
using Sendra.Domain.Workspaces;

namespace Sendra.WebApi.Access;

/// <summary>Checks a <see cref="Access.Need"/>.</summary>
/// <param name="need">What is asked.</param>
/// <param name="isConfirmed">True if a person must have shown within the last hour who they are.</param>
internal sealed class NeedRequirement(Need need, bool isConfirmed) : AuthorizationHandler<NeedRequirement>, IAuthorizationRequirement
{
    public Need Need { get; } = need;

    public bool IsConfirmed { get; } = isConfirmed;

    /// <summary>The scope that lets a key in; null when none does.</summary>
    public ApiKeyScope? Scope => Need switch
    {
        Need.SendEvents => ApiKeyScope.SendEvents,
        Need.Read => ApiKeyScope.Read,
        Need.Manage => ApiKeyScope.Manage,
        _ => null,
    };

    public bool IsMetBy(CallerIdentity caller) => caller switch
    {
        { Key: { } key } => caller.IsAllowedHere && (Need == Need.Caller || (Scope is { } scope && key.Scopes.Allow(scope))),
        { Session: { } session } => Need switch
        {
            Need.Account => true,
            Need.Owner => session.Role == MemberRole.Owner,
            _ => session.WorkspaceId is not null,
        },
        _ => false,
    };

    /// <summary>False when the person must show again who they are.</summary>
    public bool IsConfirmedBy(CallerIdentity caller, DateTimeOffset now) => !IsConfirmed || caller.Session is null || caller.Session.ConfirmedUntil > now;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedRequirement requirement)
    {
        if (context is { Resource: HttpContext http } && context.User.Caller() is { } caller && requirement.IsMetBy(caller)
            && requirement.IsConfirmedBy(caller, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
