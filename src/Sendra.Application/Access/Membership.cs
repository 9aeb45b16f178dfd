using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access;

/// <summary>A workspace of the user.</summary>
/// <param name="Id">The workspace's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">What the user can do there.</param>
public sealed record Membership(WorkspaceId Id, string Name, MemberRole Role);
