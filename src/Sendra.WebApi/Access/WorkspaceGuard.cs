using Microsoft.AspNetCore.Authorization;
using Sendra.WebApi.Errors;

namespace Sendra.WebApi.Access;

/// <summary>
/// Refuses a call that was meant for another workspace than its credentials are of: a page shows one workspace, while
/// another tab of the same browser may have moved the session on. A call that names none goes where its credentials are.
/// </summary>
internal sealed class WorkspaceGuard(RequestDelegate next)
{
    /// <summary>The header that names the workspace.</summary>
    public const string Header = "Sendra-Workspace";

    /// <summary>The same in the query, for links and event streams, which can set no header.</summary>
    public const string Parameter = "workspace";

    private static readonly Dictionary<string, string[]> NoId = new() { [Parameter] = [$"{Parameter} must be the id of a workspace."] };

    public Task InvokeAsync(HttpContext context)
    {
        // What is open to everyone is of no session's workspace; a webhook's URL may have any parameters.
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (isOpen || context.User.Caller() is not { } caller || Named(context.Request) is not { } name)
        {
            return next(context);
        }

        if (!Guid.TryParse(name, out var workspaceId))
        {
            return context.WriteProblemAsync(new Refusal(400, "validationFailed", "Some fields are wrong.", NoId));
        }

        return new WorkspaceId(workspaceId) == caller.WorkspaceId
            ? next(context)
            : context.WriteProblemAsync(409, "workspaceChanged", "This call names a workspace other than the current one of its session or key. Nothing was done.");
    }

    private static string? Named(HttpRequest request) =>
        request.Headers[Header] is { Count: > 0 } header ? header.ToString()
        : request.Query[Parameter] is { Count: > 0 } parameter ? parameter.ToString()
        : null;
}
