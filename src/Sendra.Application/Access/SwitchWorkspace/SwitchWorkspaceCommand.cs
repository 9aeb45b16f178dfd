using MediatR;

namespace Sendra.Application.Access.SwitchWorkspace;

/// <summary>Switches to another workspace of the same user (W1).</summary>
/// <param name="UserId">Who is signed in.</param>
/// <param name="WorkspaceId">The id of the workspace, as the client sent it.</param>
public sealed record SwitchWorkspaceCommand(UserId UserId, string? WorkspaceId) : IRequest<SignedIn>;
