namespace Sendra.Application.Ingestion;

/// <summary>One contact in one automation.</summary>
public readonly record struct RunsKey(Guid WorkspaceId, Guid ContactId, Guid AutomationId);
