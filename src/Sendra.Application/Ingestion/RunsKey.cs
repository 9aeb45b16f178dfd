namespace Sendra.Application.Ingestion;

public readonly record struct RunsKey(WorkspaceId WorkspaceId, ContactId ContactId, AutomationId AutomationId);
