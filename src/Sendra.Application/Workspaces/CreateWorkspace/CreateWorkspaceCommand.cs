using MediatR;
using Sendra.Application.Access;

namespace Sendra.Application.Workspaces.CreateWorkspace;

/// <summary>Creates a workspace and makes the signed-in person its owner (W7).</summary>
/// <param name="UserId">Who is signed in.</param>
/// <param name="Name">The workspace's name.</param>
public sealed record CreateWorkspaceCommand(UserId UserId, string? Name) : IRequest<SignedIn>;
