namespace Sendra.Application.Access;

/// <summary>A person who proved to be a user, and the workspace to work in.</summary>
/// <param name="User">The person.</param>
public sealed record SignedIn(Account User, Membership Workspace);
