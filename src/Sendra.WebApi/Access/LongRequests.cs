using Sendra.Application.Access;

namespace Sendra.WebApi.Access;

/// <summary>For requests that outlive the check at their beginning.</summary>
internal static class LongRequests
{
    /// <summary>False when the session of the request has ended since; true where it never had one.</summary>
    public static async Task<bool> IsSessionLiveAsync(this HttpContext http) =>
        http.User.SessionOrNull() is not { } session
        || await http.RequestServices.GetRequiredService<ISessions>()
            .IsLiveAsync(session.SessionId, session.UserId, session.WorkspaceId, http.RequestAborted);
}
