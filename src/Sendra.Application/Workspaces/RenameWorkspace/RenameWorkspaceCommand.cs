using MediatR;
using Sendra.Application.Access;

namespace Sendra.Application.Workspaces.RenameWorkspace;

/// <summary>Gives a workspace another name (W7). For its owners.</summary>
/// <param name="UserId">Who is signed in.</param>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="Name">Its new name.</param>
public sealed record RenameWorkspaceCommand(UserId UserId, WorkspaceId WorkspaceId, string? Name) : IRequest<Membership>;
