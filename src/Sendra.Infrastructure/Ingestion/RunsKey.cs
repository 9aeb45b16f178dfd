namespace Sendra.Infrastructure.Ingestion;

/// <summary>One contact in one automation.</summary>
internal readonly record struct RunsKey(Guid WorkspaceId, Guid ContactId, Guid AutomationId);
