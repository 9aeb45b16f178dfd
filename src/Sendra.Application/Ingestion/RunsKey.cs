namespace Sendra.Application.Ingestion;

/// <summary>One contact in one automation.</summary>
public readonly record struct RunsKey(WorkspaceId WorkspaceId, ContactId ContactId, AutomationId AutomationId);
