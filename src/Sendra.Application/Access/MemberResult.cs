using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access;

/// <summary>A person in the workspace.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The address the user signs in with.</param>
/// <param name="Role">What the user may do here.</param>
/// <param name="JoinedAt">Since when.</param>
/// <param name="ApiKeys">The API keys that the user made here, newest first. They stay when the user goes.</param>
public sealed record MemberResult(UserId Id, string Email, MemberRole Role, DateTimeOffset JoinedAt, IReadOnlyList<ApiKeyResult> ApiKeys);
