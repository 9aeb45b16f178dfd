namespace Sendra.Application.Ingestion;

/// <summary>A contact's runs that wait for an event.</summary>
public readonly record struct AwaitingKey(WorkspaceId WorkspaceId, ContactId ContactId, string EventName);
