using MediatR;

namespace Sendra.Application.Workspaces.ChangeWorkspaceSettings;

/// <summary>Changes the current workspace's settings.</summary>
/// <param name="RetentionDays">How long events are kept, in days; null for good (L3).</param>
public sealed record ChangeWorkspaceSettingsCommand(int? RetentionDays) : IRequest<WorkspaceSettings>;
