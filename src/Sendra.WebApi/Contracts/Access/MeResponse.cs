using Sendra.Application.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Who is signed in, and where.</summary>
/// <param name="User">The person.</param>
/// <param name="Workspace">The workspace that the session is in; null if the person is in none.</param>
/// <param name="Workspaces">All workspaces of the person, starting with the one they joined first.</param>
public sealed record MeResponse(UserContract User, Membership? Workspace, IReadOnlyList<Membership> Workspaces);
