using Sendra.Domain.Workspaces;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A workspace of the user.</summary>
/// <param name="Id">The workspace's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Role">What the user may do there.</param>
public sealed record WorkspaceContract(WorkspaceId Id, string Name, MemberRole Role);
