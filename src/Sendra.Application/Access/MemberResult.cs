using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access;

/// <summary>A person in the workspace.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The email that the user signs in with.</param>
/// <param name="Role">What the user can do here.</param>
/// <param name="JoinedAt">When the user joined.</param>
/// <param name="ApiKeys">The API keys that the user created here, newest first. They stay when the user leaves.</param>
public sealed record MemberResult(UserId Id, string Email, MemberRole Role, DateTimeOffset JoinedAt, IReadOnlyList<ApiKeyResult> ApiKeys);
