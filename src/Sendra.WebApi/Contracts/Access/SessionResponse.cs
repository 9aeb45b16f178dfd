using Sendra.Application.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Who is signed in now, and where.</summary>
/// <param name="User">The person.</param>
/// <param name="Workspace">The workspace that the session is in; null if the person is in none.</param>
public sealed record SessionResponse(UserContract User, Membership? Workspace);
