namespace Sendra.Application.Access;

/// <summary>A signed-in person, and the workspace they signed in to.</summary>
/// <param name="User">The person.</param>
/// <param name="Workspace">The workspace; null for a person who is in none.</param>
public sealed record SignedIn(Account User, Membership? Workspace);
