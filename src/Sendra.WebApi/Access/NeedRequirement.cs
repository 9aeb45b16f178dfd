using Microsoft.AspNetCore.Authorization;
using Sendra.Domain.Access;
using Sendra.Domain.Workspaces;

namespace Sendra.WebApi.Access;

/// <summary>Checks a <see cref="Access.Need"/>.</summary>
/// <param name="need">What is asked.</param>
internal sealed class NeedRequirement(Need need) : AuthorizationHandler<NeedRequirement>, IAuthorizationRequirement
{
    public Need Need { get; } = need;

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
        { Key: { } key } => Scope is { } scope && key.Scopes.Allow(scope),
        { Session: { } session } => Need switch
        {
            Need.Account => true,
            Need.Owner => session.Role == MemberRole.Owner,
            _ => session.WorkspaceId is not null,
        },
        _ => false,
    };

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedRequirement requirement)
    {
        if (context.User.Caller() is { } caller && requirement.IsMetBy(caller))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
