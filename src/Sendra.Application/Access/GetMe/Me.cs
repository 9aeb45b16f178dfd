namespace Sendra.Application.Access.GetMe;

/// <summary>Who is signed in, and where.</summary>
/// <param name="User">The person.</param>
/// <param name="Workspace">The workspace that the session is in; null for a person who is in none.</param>
/// <param name="Workspaces">All workspaces of the person.</param>
public sealed record Me(Account User, Membership? Workspace, IReadOnlyList<Membership> Workspaces);
