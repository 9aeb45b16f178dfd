using Sendra.Application.Common;

namespace Sendra.Application.Events;

/// <summary>The current workspace's received events, to be read.</summary>
public interface IEventLog
{
    /// <summary>A part of them, newest first; going on from a cursor neither skips nor repeats while events arrive.</summary>
    /// <param name="paging">Which part.</param>
    Task<Page<LoggedEvent>> ListAsync(EventLogFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>One of them with its decisions, or null.</summary>
    Task<EventDetails?> FindAsync(EventId id, CancellationToken cancellationToken);
}
