using Sendra.Application.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Who is signed in, and where.</summary>
/// <param name="User">The person.</param>
/// <param name="Workspace">The workspace that the session is in.</param>
/// <param name="Workspaces">All workspaces of the person, the one joined first at the front.</param>
public sealed record MeResponse(UserContract User, Membership Workspace, IReadOnlyList<Membership> Workspaces);
