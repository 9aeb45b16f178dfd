using MediatR;

namespace Sendra.Application.Workspaces.GetWorkspaceSettings;

/// <summary>Reads the current workspace's settings.</summary>
public sealed record GetWorkspaceSettingsQuery : IRequest<WorkspaceSettings>;
