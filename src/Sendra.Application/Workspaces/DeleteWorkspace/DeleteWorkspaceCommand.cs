using MediatR;
using Sendra.Application.Access;

namespace Sendra.Application.Workspaces.DeleteWorkspace;

/// <summary>Deletes a workspace with all that it has (W7). For its owners. Returns where the person is then.</summary>
/// <param name="By">Who deletes it.</param>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="Name">Its name, to make sure that it is the one that is meant.</param>
public sealed record DeleteWorkspaceCommand(KnownSession By, WorkspaceId WorkspaceId, string? Name) : IRequest<SignedIn>;
