using Sendra.Application.Events;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Events;

/// <summary>What one filter of the log means.</summary>
/// <param name="Applies">Whether the filter is given.</param>
/// <param name="Admits">Whether it lets an event through.</param>
/// <param name="Sql">The same of a row <c>e</c>; null when the search asks for it in a way of its own.</param>
internal sealed record LogCondition(
    Func<EventLogFilter, bool> Applies, Func<EventLogFilter, LoggedEvent, bool> Admits, Func<EventLogFilter, WorkspaceId, Sql>? Sql = null);
