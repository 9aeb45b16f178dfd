using MediatR;

namespace Sendra.Application.Events.TailEventLog;

/// <summary>Follows the log: events that any node receives from now on, as they are committed (L2). See <see cref="IEventTail"/>.</summary>
/// <param name="AfterId">The last event the client has, to go on from; null to begin now.</param>
/// <param name="FollowerId">The session or key of the client, by which it is known when it comes back.</param>
public sealed record TailEventLogQuery(LogFilterText Filter, EventId? AfterId, Guid FollowerId) : IRequest<IAsyncEnumerable<LoggedEvent?>>;
