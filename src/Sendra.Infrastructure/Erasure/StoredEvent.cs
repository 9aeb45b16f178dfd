namespace Sendra.Infrastructure.Erasure;

/// <summary>An event that is to be erased.</summary>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="Id">The event.</param>
/// <param name="EventName">Its name, under which it is counted.</param>
internal readonly record struct StoredEvent(Guid WorkspaceId, Guid Id, string EventName);
