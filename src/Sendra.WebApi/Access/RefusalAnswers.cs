using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Sendra.Domain.Access;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Access;

/// <summary>Says what a caller lacks, so that whoever made the key knows what to change.</summary>
internal sealed class RefusalAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _others = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Forbidden ? RefuseAsync(context, policy) : _others.HandleAsync(next, context, policy, authorizeResult);

    private static Task RefuseAsync(HttpContext context, AuthorizationPolicy policy)
    {
        var need = policy.Requirements.OfType<NeedRequirement>().LastOrDefault();
        return context.User.Caller() switch
        {
            { IsAllowedHere: false } => context.WriteProblemAsync(403, "addressNotAllowed", "The API key can't be used from this IP address."),
            { Session: not null } caller when need?.IsMetBy(caller) is true => context.WriteProblemAsync(
                403, "reauthenticationRequired", "Show again who you are, by POST /api/auth/confirm. Then repeat this call."),
            { Key: not null } when need?.Scope is { } missing => MissingScopeAsync(context, missing),
            { Session.WorkspaceId: null } => context.WriteProblemAsync(403, "noWorkspace", "You are in no workspace. Create one, or accept an invitation."),
            { Key: not null } => context.WriteProblemAsync(403, "sessionRequired", "API keys can't do this. A person must sign in."),
            _ => context.WriteProblemAsync(403, "ownerRequired", "Only owners of the workspace can do this."),
        };
    }

    private static Task MissingScopeAsync(HttpContext context, ApiKeyScope scope)
    {
        var name = JsonSerializer.SerializeToElement(scope, ApiJson.Options).GetString();
        context.Response.Headers.WWWAuthenticate = $"Bearer realm=\"Sendra\", error=\"insufficient_scope\", scope=\"{name}\"";
        return context.WriteProblemAsync(403, "missingScope", $"The API key lacks the scope {name}.");
    }
}
