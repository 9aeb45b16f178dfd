using MediatR;

namespace Sendra.Application.Workspaces.GetWorkspaceName;

/// <summary>Reads what the current workspace is called.</summary>
public sealed record GetWorkspaceNameQuery : IRequest<string>;
