namespace Sendra.WebApi.Contracts.Workspaces;

/// <summary>What a workspace decides about itself.</summary>
/// <param name="RetentionDays">
/// How long events are kept, in days from 1 to 3,650; null to keep them for good, as every workspace does at first (L3).
/// </param>
public sealed record WorkspaceSettingsContract(int? RetentionDays);
