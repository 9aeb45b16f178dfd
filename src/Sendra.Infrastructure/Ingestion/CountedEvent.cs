namespace Sendra.Infrastructure.Ingestion;

/// <summary>An event as it is counted: under its name, at its time, with what it did.</summary>
/// <param name="Id">The event.</param>
/// <param name="Enrolled">How many automations enrolled the contact.</param>
/// <param name="Exited">How many active enrollments were dropped.</param>
internal readonly record struct CountedEvent(WorkspaceId WorkspaceId, EventId Id, string EventName, int Enrolled, int Exited);
