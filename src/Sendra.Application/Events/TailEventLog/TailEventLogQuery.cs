using MediatR;

namespace Sendra.Application.Events.TailEventLog;

/// <summary>Follows the log: events that any node receives from now on, as they are committed (L2). See <see cref="IEventTail"/>.</summary>
/// <param name="AfterId">The last event that the client has, to continue from; null to start now.</param>
/// <param name="FollowerId">The client's session or key, which identifies it when it reconnects.</param>
public sealed record TailEventLogQuery(LogFilterText Filter, EventId? AfterId, Guid FollowerId) : IRequest<IAsyncEnumerable<LoggedEvent?>>;
