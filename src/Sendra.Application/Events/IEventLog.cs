using Sendra.Application.Common;

namespace Sendra.Application.Events;

/// <summary>Reads the current workspace's received events.</summary>
public interface IEventLog
{
    /// <summary>A page of them, newest first. Paging neither skips nor repeats events while new ones arrive.</summary>
    Task<Page<LoggedEvent>> ListAsync(EventLogFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>One event with its decisions, or null.</summary>
    Task<EventDetails?> FindAsync(EventId id, CancellationToken cancellationToken);
}
