using Sendra.Application.Common;

namespace Sendra.WebApi.Access;

/// <summary>The workspace that the request's session names.</summary>
internal sealed class HttpWorkspaceContext(IHttpContextAccessor accessor) : IWorkspaceContext
{
    /// <summary>The claim that carries it.</summary>
    public const string Claim = "workspace";

    public Guid? CurrentWorkspaceId =>
        Guid.TryParse(accessor.HttpContext?.User.FindFirst(Claim)?.Value, out var id) ? id : null;
}
