namespace Sendra.Application.Workspaces;

/// <summary>What a workspace decides about itself.</summary>
/// <param name="RetentionDays">How long events are kept, in days; null for good (L3).</param>
public sealed record WorkspaceSettings(int? RetentionDays);
